target_sources(creel_desktop PRIVATE
  ${CMAKE_CURRENT_LIST_DIR}/BodyEditor.cpp
  ${CMAKE_CURRENT_LIST_DIR}/ComposeActions.cpp
  ${CMAKE_CURRENT_LIST_DIR}/ComposePane.cpp
  ${CMAKE_CURRENT_LIST_DIR}/DeliveriesView.cpp
  ${CMAKE_CURRENT_LIST_DIR}/DraftList.cpp
  ${CMAKE_CURRENT_LIST_DIR}/FieldsEditor.cpp
  ${CMAKE_CURRENT_LIST_DIR}/DraftFieldsModel.cpp
  ${CMAKE_CURRENT_LIST_DIR}/Outcome.cpp
  ${CMAKE_CURRENT_LIST_DIR}/ResultView.cpp
  ${CMAKE_CURRENT_LIST_DIR}/SigningPanel.cpp
  ${CMAKE_CURRENT_LIST_DIR}/TimingsView.cpp
  ${CMAKE_CURRENT_LIST_DIR}/../exporting/ExportActions.cpp)
