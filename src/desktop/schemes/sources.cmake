target_sources(creel_desktop PRIVATE
  ${CMAKE_CURRENT_LIST_DIR}/SchemeForm.cpp
  ${CMAKE_CURRENT_LIST_DIR}/SchemeListModel.cpp
  ${CMAKE_CURRENT_LIST_DIR}/SchemePreview.cpp
  ${CMAKE_CURRENT_LIST_DIR}/SchemesWindow.cpp
  ${CMAKE_CURRENT_LIST_DIR}/SchemeText.cpp)
