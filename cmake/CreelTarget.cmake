# Every warning, hardening flag and Qt guard of the project, in one interface target,
# and the two functions that make a library of a folder and a test of a file.

add_library(creel_options INTERFACE)
target_compile_features(creel_options INTERFACE cxx_std_20)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")

find_program(CREEL_CCACHE ccache)
if(CREEL_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # Precompiled headers need the two, see ccache(1).
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env CCACHE_SLOPPINESS=pch_defines,time_macros "${CREEL_CCACHE}")
endif()

target_compile_definitions(creel_options INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_CONTEXTLESS_CONNECT QT_NO_FOREACH QT_NO_JAVA_STYLE_ITERATORS
  QT_DISABLE_DEPRECATED_BEFORE=0x060400 QT_DISABLE_DEPRECATED_UP_TO=0x060400
  CREEL_VERSION="${PROJECT_VERSION}")
target_include_directories(creel_options INTERFACE "${CMAKE_SOURCE_DIR}/src")

if(MSVC)
  target_compile_options(creel_options INTERFACE /W4 /permissive- /utf-8 /Zc:__cplusplus $<$<BOOL:${CREEL_WERROR}>:/WX>)
  target_compile_definitions(creel_options INTERFACE NOMINMAX WIN32_LEAN_AND_MEAN)
else()
  target_compile_options(creel_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -fno-strict-aliasing -fstack-protector-strong
    $<$<BOOL:${CREEL_WERROR}>:-Werror>
    $<$<CONFIG:Debug>:-D_GLIBCXX_ASSERTIONS>)
  if(NOT CREEL_SANITIZE)
    target_compile_options(creel_options INTERFACE $<$<CONFIG:Release>:-D_FORTIFY_SOURCE=2>)
  endif()
endif()
if(CREEL_SANITIZE)
  # With instrumented code g++ takes every std::optional and std::variant for uninitialized.
  target_compile_options(creel_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
  target_compile_options(creel_options INTERFACE -fsanitize=${CREEL_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all -g1)
  target_link_options(creel_options INTERFACE -fsanitize=${CREEL_SANITIZE})
endif()
if(CREEL_FUZZ)
  target_compile_options(creel_options INTERFACE -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all -g1)
  target_link_options(creel_options INTERFACE -fsanitize=address,undefined)
endif()

# The headers that nearly every file reads, compiled once (g++ alone: clang wants the very same definitions everywhere).
# Files still include what they use: the clang and fuzz presets build without this.
option(CREEL_PCH "Compile common headers once (g++)" ON)
if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  set(CREEL_PCH OFF)
endif()
set(CREEL_COMMON_HEADERS <algorithm> <atomic> <functional> <memory> <mutex> <optional> <string> <thread> <variant> <vector>
  <QByteArray> <QByteArrayView> <QCoreApplication> <QHash> <QList> <QMap> <QObject> <QString> <QStringList>)
# creel_precompile(<target> [more headers]): the common headers; with more of them, a set of the target's own.
function(creel_precompile target)
  if(NOT CREEL_PCH)
    return()
  endif()
  if(ARGN AND NOT CREEL_UNITY)
    target_precompile_headers(${target} PRIVATE ${CREEL_COMMON_HEADERS} ${ARGN})
    return()
  endif()
  creel_precompile_as(${target} creel_pch Qt6::Core ${CREEL_COMMON_HEADERS})
endfunction()

# creel_precompile_as(<target> <set> <library> <headers>): headers that several targets share, compiled once as <set>.
function(creel_precompile_as target set library)
  if(NOT TARGET ${set})
    file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/${set}.cpp" CONTENT "")
    add_library(${set} STATIC "${CMAKE_BINARY_DIR}/${set}.cpp")
    target_link_libraries(${set} PUBLIC creel_options ${library})
    target_precompile_headers(${set} PRIVATE ${ARGN})
  endif()
  target_precompile_headers(${target} REUSE_FROM ${set})
endfunction()

# The same for a test: the many of the window share more. They are in one folder, whose path Qt6::Test defines.
function(creel_precompile_test target)
  if(CREEL_PCH AND "creel_desktop" IN_LIST ARGN)
    creel_precompile_as(${target} creel_gui_test_pch "Qt6::Test;creel_desktop" ${CREEL_COMMON_HEADERS}
      <QAbstractItemModel> <QAction> <QBoxLayout> <QComboBox> <QLabel> <QLineEdit> <QMainWindow> <QMenu> <QPushButton>
      <QTableView> <QtTest>)
  else()
    creel_precompile(${target})
  endif()
endfunction()

# Files of a library compiled in groups, which halves a whole build; a group reads its headers once. So names in anonymous
# namespaces are unique within a library. The dev, clang and fuzz presets build file by file.
option(CREEL_UNITY "Compile the files of a library in groups" OFF)

# creel_library(<folder> SOURCES ... PUBLIC <libs that stand in its headers> PRIVATE <libs that do not>
# [PRECOMPILE <headers that most of its files read>])
# makes the static library creel_<folder> of src/<folder>.
function(creel_library folder)
  cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE;PRECOMPILE" ${ARGN})
  set(target creel_${folder})
  add_library(${target} STATIC ${ARG_SOURCES})
  set_target_properties(${target} PROPERTIES AUTOMOC ON LINKER_LANGUAGE CXX)
  target_link_libraries(${target} PUBLIC creel_options ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE})
  creel_precompile(${target} ${ARG_PRECOMPILE})
  if(CREEL_UNITY)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 10)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
      # It takes the files of a group for headers, in which an anonymous namespace would be a mistake.
      target_compile_options(${target} PRIVATE -Wno-subobject-linkage)
    endif()
  endif()
endfunction()

# creel_moc(<target>): moc for the sources of a program that include "<name>.moc". Without AUTOMOC, which would add a target
# and an empty file to compile to each of the many tests.
function(creel_moc target)
  get_target_property(sources ${target} SOURCES)
  foreach(source IN LISTS sources)
    get_filename_component(name "${source}" NAME_WE)
    get_filename_component(source "${source}" ABSOLUTE)
    file(STRINGS "${source}" included REGEX "^#include \"${name}\\.moc\"")
    if(included)
      qt6_generate_moc("${source}" "${CMAKE_CURRENT_BINARY_DIR}/${name}.moc" TARGET ${target})
      target_sources(${target} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/${name}.moc")
    endif()
  endforeach()
  target_include_directories(${target} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}")
endfunction()

# creel_test(<name> SOURCES ... LIBS ... [LABELS ...] [TIMEOUT s]) makes a Qt Test program and a CTest test.
# Tests run offscreen, in the C locale, with folders of their own (never the user's).
function(creel_test name)
  cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;LIBS;LABELS;ARGS" ${ARGN})
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 120)
  endif()
  add_executable(${name} ${ARG_SOURCES})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
  target_link_libraries(${name} PRIVATE creel_options Qt6::Test ${ARG_LIBS})
  if(NOT MSVC)
    # The code under test keeps its optimization; that of a test costs a third of its compiling.
    target_compile_options(${name} PRIVATE $<$<CONFIG:Release>:-O1>)
  endif()
  creel_precompile_test(${name} ${ARG_LIBS})
  creel_moc(${name})
  target_compile_definitions(${name} PRIVATE CREEL_TEST_DATA="${CMAKE_CURRENT_SOURCE_DIR}/data"
    CREEL_SOURCE_DIR="${CMAKE_SOURCE_DIR}" CREEL_BINARY_DIR="${CMAKE_BINARY_DIR}")
  add_test(NAME ${name} COMMAND ${name} ${ARG_ARGS})
  set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT} LABELS "${ARG_LABELS}"
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;HOME=${CMAKE_BINARY_DIR}/tests/home;XDG_DATA_HOME=${CMAKE_BINARY_DIR}/tests/home/data;XDG_CONFIG_HOME=${CMAKE_BINARY_DIR}/tests/home/config;XDG_CACHE_HOME=${CMAKE_BINARY_DIR}/tests/home/cache;XDG_RUNTIME_DIR=${CMAKE_BINARY_DIR}/tests/home/run")
endfunction()
file(MAKE_DIRECTORY "${CMAKE_BINARY_DIR}/tests/home/run")
