# SPDX-License-Identifier: Apache-2.0
# Language level, warnings, sanitizers, and the one function that makes a library of a folder.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

option(SCHOLARGRAPH_TESTS "Build the tests" ON)
option(SCHOLARGRAPH_FUZZ "Build the libFuzzer targets (clang only)" OFF)
option(SCHOLARGRAPH_SANITIZE "Build with ASan and UBSan" OFF)

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Werror)
if(SCHOLARGRAPH_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()
if(SCHOLARGRAPH_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

# scholargraph_library(FOLDER [PUBLIC lib…] [PRIVATE lib…]): every .cpp below FOLDER, as target sg_FOLDER.
function(scholargraph_library folder)
  cmake_parse_arguments(ARG "" "" "PUBLIC;PRIVATE" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/${folder}/*.cpp")
  add_library(sg_${folder} STATIC ${sources})
  target_include_directories(sg_${folder} PUBLIC "${CMAKE_SOURCE_DIR}")
  foreach(scope PUBLIC PRIVATE)
    foreach(library ${ARG_${scope}})
      if(library MATCHES "^(base|model|extract|resolve|graph|store|export)$")
        set(library sg_${library})
      endif()
      target_link_libraries(sg_${folder} ${scope} ${library})
    endforeach()
  endforeach()
endfunction()
