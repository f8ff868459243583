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

# -O3 makes the program no faster and its build a third longer.
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG" CACHE STRING "Flags of release builds")

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

# The default -O3 is no faster here and compiles longer.
if(CMAKE_CXX_FLAGS_RELEASE STREQUAL "-O3 -DNDEBUG")
  set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")
endif()

add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Werror)
# GCC 12 takes std::string's operator+ for an overlapping copy when it optimises (GCC bug 105651).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  add_compile_options(-Wno-restrict)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
  # False alarms on string concatenation: https://gcc.gnu.org/bugzilla/show_bug.cgi?id=105651
  add_compile_options(-Wno-restrict)
endif()
if(SCHOLARGRAPH_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
  if(CMAKE_CXX_COMPILER_ID MATCHES Clang)
    add_compile_options(-fsanitize-ignorelist=${CMAKE_SOURCE_DIR}/cmake/sanitizer-ignore.txt)
  endif()
endif()
if(SCHOLARGRAPH_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

# scholargraph_library(FOLDER [PUBLIC lib…] [PRIVATE lib…]): every .cpp below FOLDER, as target sg_FOLDER.
function(scholargraph_library folder)
  cmake_parse_arguments(ARG "" "" "PUBLIC;PRIVATE" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/${folder}/*.cpp")
  set(type STATIC)
  set(own_scope PUBLIC)
  if(NOT sources)
    set(type INTERFACE)
    set(own_scope INTERFACE)
  endif()
  add_library(sg_${folder} ${type} ${sources})
  target_include_directories(sg_${folder} ${own_scope} "${CMAKE_SOURCE_DIR}")
  foreach(scope PUBLIC PRIVATE)
    foreach(library ${ARG_${scope}})
      if(library MATCHES "^(base|model|extract|resolve|graph|store|export)$")
        set(library sg_${library})
      endif()
      if(type STREQUAL INTERFACE)
        set(scope INTERFACE)
      endif()
      target_link_libraries(sg_${folder} ${scope} ${library})
    endforeach()
  endforeach()
endfunction()
