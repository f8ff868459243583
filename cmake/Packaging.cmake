# SPDX-License-Identifier: Apache-2.0
# What `cmake --install` and CPack put where. The man page and the completions are printed by the program itself.
if(NOT TARGET scholargraph)
  return()
endif()
include(GNUInstallDirs)

set(generated_docs "${CMAKE_BINARY_DIR}/generated/docs")
file(MAKE_DIRECTORY "${generated_docs}")
set(generated_files)
foreach(pair "man:scholargraph.1" "complete-bash:scholargraph.bash" "complete-zsh:_scholargraph"
             "complete-fish:scholargraph.fish")
  string(REPLACE ":" ";" pair "${pair}")
  list(GET pair 0 what)
  list(GET pair 1 name)
  add_custom_command(OUTPUT "${generated_docs}/${name}"
                     COMMAND scholargraph --generate ${what} > "${generated_docs}/${name}"
                     DEPENDS scholargraph VERBATIM)
  list(APPEND generated_files "${generated_docs}/${name}")
endforeach()
add_custom_target(generated_docs ALL DEPENDS ${generated_files})

install(TARGETS scholargraph RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
install(FILES "${generated_docs}/scholargraph.1" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")
install(FILES "${generated_docs}/scholargraph.bash" RENAME scholargraph
        DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions")
install(FILES "${generated_docs}/_scholargraph" DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions")
install(FILES "${generated_docs}/scholargraph.fish" DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d")
file(GLOB manuals "${CMAKE_SOURCE_DIR}/docs/*.md" "${CMAKE_SOURCE_DIR}/docs/*.svg")
install(FILES ${manuals} DESTINATION "${CMAKE_INSTALL_DOCDIR}/docs")
install(FILES "${CMAKE_SOURCE_DIR}/README.md" "${CMAKE_SOURCE_DIR}/CHANGELOG.md" DESTINATION "${CMAKE_INSTALL_DOCDIR}")
install(FILES "${CMAKE_SOURCE_DIR}/LICENSE" RENAME copyright DESTINATION "${CMAKE_INSTALL_DOCDIR}")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME scholargraph)
set(CPACK_PACKAGE_CONTACT "The scholargraph authors <scholargraph@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "knowledge graphs of people, institutions and papers from CVs")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS poppler-utils)
include(CPack)
