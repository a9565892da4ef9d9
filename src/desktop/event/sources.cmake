target_sources(creel_desktop PRIVATE
  ${CMAKE_CURRENT_LIST_DIR}/BodyView.cpp
  ${CMAKE_CURRENT_LIST_DIR}/BytesView.cpp
  ${CMAKE_CURRENT_LIST_DIR}/CauseNames.cpp
  ${CMAKE_CURRENT_LIST_DIR}/Cover.cpp
  ${CMAKE_CURRENT_LIST_DIR}/Difference.cpp
  ${CMAKE_CURRENT_LIST_DIR}/EventPane.cpp
  ${CMAKE_CURRENT_LIST_DIR}/FieldsView.cpp
  ${CMAKE_CURRENT_LIST_DIR}/HandshakeBar.cpp
  ${CMAKE_CURRENT_LIST_DIR}/HeadersView.cpp
  ${CMAKE_CURRENT_LIST_DIR}/ResponseView.cpp
  ${CMAKE_CURRENT_LIST_DIR}/RowText.cpp
  ${CMAKE_CURRENT_LIST_DIR}/SignatureView.cpp
  ${CMAKE_CURRENT_LIST_DIR}/TextRows.cpp
  ${CMAKE_CURRENT_LIST_DIR}/WhyView.cpp
  ${CMAKE_CURRENT_LIST_DIR}/../json/JsonHints.cpp
  ${CMAKE_CURRENT_LIST_DIR}/../json/JsonTreeModel.cpp
  ${CMAKE_CURRENT_LIST_DIR}/../json/JsonTreeView.cpp)
