# SPDX-License-Identifier: GPL-3.0-or-later
#
# Finds LibTorch and defines Torch::Torch. In place of LibTorch's own TorchConfig.cmake, because that
# one asks for a CUDA toolkit when LibTorch is a CUDA build, although nothing here is compiled with it,
# adds compiler flags and an older C++ standard, and links more than is used.
#
# Looks under CMAKE_PREFIX_PATH and Torch_DIR, in the spelling of every kind of LibTorch: the zip from
# pytorch.org (PREFIX/include), a Python package (PREFIX = .../torch, or what
# torch.utils.cmake_prefix_path prints: .../torch/share/cmake) and a distribution's (/usr).

set(_torch_hints)
foreach(_prefix IN LISTS Torch_DIR CMAKE_PREFIX_PATH)
    list(APPEND _torch_hints "${_prefix}" "${_prefix}/../.." "${_prefix}/../../..")
endforeach()
if(NOT _torch_hints AND DEFINED ENV{Torch_DIR})
    list(APPEND _torch_hints "$ENV{Torch_DIR}/../../..")
endif()

find_path(Torch_INCLUDE_DIR ATen/ATen.h HINTS ${_torch_hints} PATH_SUFFIXES include)
foreach(_library IN ITEMS torch torch_cpu c10)
    find_library(Torch_${_library}_LIBRARY ${_library}
        HINTS "${Torch_INCLUDE_DIR}/../lib" ${_torch_hints} PATH_SUFFIXES lib)
    mark_as_advanced(Torch_${_library}_LIBRARY)
endforeach()
mark_as_advanced(Torch_INCLUDE_DIR)

set(Torch_VERSION)
foreach(_header IN ITEMS torch/headeronly/version.h torch/csrc/api/include/torch/version.h)
    if(Torch_INCLUDE_DIR AND EXISTS "${Torch_INCLUDE_DIR}/${_header}" AND NOT Torch_VERSION)
        foreach(_part IN ITEMS MAJOR MINOR PATCH)
            file(STRINGS "${Torch_INCLUDE_DIR}/${_header}" _line
                REGEX "#define TORCH_VERSION_${_part} [0-9]+")
            string(REGEX REPLACE ".*TORCH_VERSION_${_part} ([0-9]+).*" "\\1" _number "${_line}")
            list(APPEND Torch_VERSION "${_number}")
        endforeach()
        list(JOIN Torch_VERSION "." Torch_VERSION)
    endif()
endforeach()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Torch
    REQUIRED_VARS Torch_torch_LIBRARY Torch_torch_cpu_LIBRARY Torch_c10_LIBRARY Torch_INCLUDE_DIR
    VERSION_VAR Torch_VERSION
    REASON_FAILURE_MESSAGE "Install libtorch-dev (Debian, Ubuntu), or name the folder of another \
LibTorch of at least 1.13 with -DCMAKE_PREFIX_PATH: .../torch for a Python package.")

# Builds from before the C++11 string ABI link with nothing that g++ makes today.
get_filename_component(_torch_prefix "${Torch_INCLUDE_DIR}/.." ABSOLUTE)
set(_torch_config "${_torch_prefix}/share/cmake/Torch/TorchConfig.cmake")
if(Torch_FOUND AND EXISTS "${_torch_config}")
    file(STRINGS "${_torch_config}" _old_abi REGEX "_GLIBCXX_USE_CXX11_ABI=0")
    if(_old_abi)
        message(FATAL_ERROR "The LibTorch in ${_torch_prefix} is built with the string ABI from "
            "before C++11 (_GLIBCXX_USE_CXX11_ABI=0) and cannot be used. Take the 'cxx11 ABI' "
            "download, or a Python package of torch 2.7 or newer.")
    endif()
endif()

if(Torch_FOUND AND NOT TARGET Torch::Torch)
    add_library(Torch::Torch INTERFACE IMPORTED GLOBAL)
    # libtorch.so itself holds nothing: it pulls in libtorch_cuda.so where that exists, which the
    # linker must not optimise away.
    set_target_properties(Torch::Torch PROPERTIES
        INTERFACE_INCLUDE_DIRECTORIES
            "${Torch_INCLUDE_DIR};${Torch_INCLUDE_DIR}/torch/csrc/api/include"
        INTERFACE_LINK_LIBRARIES
            "-Wl,--push-state,--no-as-needed;${Torch_torch_LIBRARY};-Wl,--pop-state;${Torch_torch_cpu_LIBRARY};${Torch_c10_LIBRARY}")
endif()
