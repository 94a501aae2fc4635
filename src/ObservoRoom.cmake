# SPDX-License-Identifier: GPL-3.0-or-later
# How a room, an embedded folder, the Qt resources and a program are built. Which ones there are stands in CMakeLists.txt.

set(OBSERVO_WARNINGS -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor
                  -Wold-style-cast -Woverloaded-virtual -Wcast-align -Wformat=2 -Wimplicit-fallthrough
                  -Wno-missing-field-initializers) # designated initialisers name what matters, the rest has its default
if(OBSERVO_WARNINGS_ARE_ERRORS)
    list(APPEND OBSERVO_WARNINGS -Werror)
endif()
add_library(observo_warnings INTERFACE)
target_compile_options(observo_warnings INTERFACE ${OBSERVO_WARNINGS})

# Where the window, the command line and the tests look for data/, relative to the folder of the
# program and in this order: installed, then a build tree.
set(OBSERVO_DATA_PLACES "../share/observo:../../../data")

# observo_library(room [USES room...] [LINKS target...] [SHOWS target...] [MOC] [UI folder...])
# A static library observo_<room> of src/<room>/**/*.cpp, or an empty interface while the room has no source.
# main.cpp belongs to the program, not to the room, so that tests can link the room.
function(observo_library room)
    cmake_parse_arguments(PARSE_ARGV 1 arg "MOC" "" "USES;LINKS;SHOWS;UI")
    if(arg_UNPARSED_ARGUMENTS)
        message(FATAL_ERROR "observo_library(${room}): cannot read ${arg_UNPARSED_ARGUMENTS}")
    endif()
    set(folder ${CMAKE_CURRENT_SOURCE_DIR}/${room})
    set(library observo_${room})
    list(TRANSFORM arg_USES PREPEND observo_)

    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${folder}/*.cpp)
    list(REMOVE_ITEM sources ${folder}/main.cpp)
    if(NOT sources)
        add_library(${library} INTERFACE)
        target_include_directories(${library} INTERFACE ${PROJECT_SOURCE_DIR}/include)
        target_link_libraries(${library} INTERFACE ${arg_USES} ${arg_SHOWS} ${arg_LINKS})
        return()
    endif()

    file(GLOB_RECURSE headers CONFIGURE_DEPENDS ${folder}/*.h ${PROJECT_SOURCE_DIR}/include/observo/${room}/*.h)
    add_library(${library} STATIC ${sources} ${headers})
    target_include_directories(${library} PUBLIC ${PROJECT_SOURCE_DIR}/include PRIVATE ${folder})
    target_link_libraries(${library} PUBLIC ${arg_USES} ${arg_SHOWS} PRIVATE ${arg_LINKS} observo_warnings)

    if(arg_MOC)
        # Qt 6.4's moc cannot read libstdc++'s <concepts> unless another of its headers came before.
        set(first ${CMAKE_CURRENT_BINARY_DIR}/moc_first.h)
        file(CONFIGURE OUTPUT ${first} CONTENT "#include <cstddef>\n")
        set_target_properties(${library} PROPERTIES AUTOMOC ON AUTOMOC_MOC_OPTIONS "--include;${first}")
    endif()
    if(arg_UI)
        list(TRANSFORM arg_UI PREPEND ${PROJECT_SOURCE_DIR}/)
        set_target_properties(${library} PROPERTIES AUTOUIC ON AUTOUIC_SEARCH_PATHS "${arg_UI}")
    endif()
    if(room STREQUAL app OR room STREQUAL cli)
        target_compile_definitions(${library} PRIVATE
            OBSERVO_VERSION="${PROJECT_VERSION}" OBSERVO_DATA_PLACES="${OBSERVO_DATA_PLACES}")
    endif()
endfunction()

# observo_embed(room folder)
# Compiles the files of a folder into a room. For resources/schema in census the room may write
#     #include "EmbeddedSchema.h"
#     for (const observo::EmbeddedFile& file : observo::census::embeddedSchema()) // file.name, file.text
# in the order of the names. The names of core live in observo itself: observo::embeddedCodelists().
function(observo_embed room folder)
    get_target_property(kind observo_${room} TYPE)
    if(kind STREQUAL INTERFACE_LIBRARY)
        return()
    endif()
    cmake_path(GET folder FILENAME word)
    string(SUBSTRING ${word} 0 1 first)
    string(SUBSTRING ${word} 1 -1 rest)
    string(TOUPPER ${first} first)
    set(name Embedded${first}${rest})
    set(space observo::${room})
    if(room STREQUAL core)
        set(space observo)
    endif()

    file(GLOB files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${folder}/*)
    set(generated ${CMAKE_CURRENT_BINARY_DIR}/embedded/${room})
    add_custom_command(
        OUTPUT ${generated}/${name}.cpp ${generated}/${name}.h
        COMMAND ${CMAKE_COMMAND} -D NAME=${name} -D SPACE=${space} -D FOLDER=${PROJECT_SOURCE_DIR}/${folder}
                -D INTO=${generated} -P ${CMAKE_CURRENT_SOURCE_DIR}/ObservoEmbed.cmake
        DEPENDS ${files} ${CMAKE_CURRENT_SOURCE_DIR}/ObservoEmbed.cmake
        COMMENT "Embedding ${folder} in ${room}"
        VERBATIM)
    target_sources(observo_${room} PRIVATE ${generated}/${name}.cpp ${generated}/${name}.h)
    target_include_directories(observo_${room} PRIVATE ${generated})
    # A table larger than the standard's minimum for one literal is fine with every compiler in use.
    set_source_files_properties(${generated}/${name}.cpp PROPERTIES COMPILE_OPTIONS -Wno-overlength-strings)
endfunction()

# observo_resources(list.qrc TRANSLATIONS file.ts...)
# observo_resources: icons, layouts and compiled translations (":/i18n/observo_it.qm") for every program with Qt.
# An object library, because the linker would drop their registration from a static one.
function(observo_resources list)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "TRANSLATIONS")
    set(parts)
    file(GLOB found CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${list})
    if(found)
        qt6_add_resources(parts ${PROJECT_SOURCE_DIR}/${list})
    endif()

    list(TRANSFORM arg_TRANSLATIONS PREPEND ${PROJECT_SOURCE_DIR}/)
    file(GLOB texts CONFIGURE_DEPENDS ${arg_TRANSLATIONS})
    if(texts)
        set_source_files_properties(${texts} PROPERTIES OUTPUT_LOCATION ${CMAKE_CURRENT_BINARY_DIR}/i18n)
        qt6_add_translation(compiled ${texts})
        set(entries)
        foreach(file IN LISTS compiled)
            cmake_path(GET file FILENAME short)
            string(APPEND entries "<file alias=\"${short}\">${file}</file>")
        endforeach()
        set(qrc ${CMAKE_CURRENT_BINARY_DIR}/i18n/translations.qrc)
        file(CONFIGURE OUTPUT ${qrc} CONTENT "<RCC><qresource prefix=\"/i18n\">${entries}</qresource></RCC>\n" @ONLY)
        qt6_add_resources(parts ${qrc})
    endif()

    if(parts)
        add_library(observo_resources OBJECT ${parts})
        target_link_libraries(observo_resources PRIVATE Qt6::Core)
    else()
        add_library(observo_resources INTERFACE)
    endif()

    # Collects the visible words of all rooms: cmake --build build/<preset> --target update_translations
    add_custom_target(update_translations
        COMMAND Qt6::lupdate -locations relative -no-obsolete ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR}/include
                ${PROJECT_SOURCE_DIR}/ui -ts ${arg_TRANSLATIONS}
        VERBATIM)
endfunction()

# observo_program(name ROOM room [PLAIN]): the executable bin/<name>, once src/<room>/main.cpp exists. A plain one has
# nothing of Qt in it.
function(observo_program name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "PLAIN" "ROOM" "")
    set(main ${CMAKE_CURRENT_SOURCE_DIR}/${arg_ROOM}/main.cpp)
    file(GLOB found CONFIGURE_DEPENDS ${main})
    if(NOT found)
        return()
    endif()
    add_executable(${name} ${main})
    if(OBSERVO_SANITIZERS)
        # The tests start the programs too, and must know a sanitizer's verdict from an exit code of ours.
        target_sources(${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests/main/SanitizerOptions.cpp)
    endif()
    target_include_directories(${name} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/${arg_ROOM})
    target_compile_definitions(${name} PRIVATE OBSERVO_VERSION="${PROJECT_VERSION}")
    target_link_libraries(${name} PRIVATE observo_${arg_ROOM} observo_warnings)
    if(NOT arg_PLAIN)
        target_link_libraries(${name} PRIVATE observo_resources Qt6::Gui)
    endif()
    install(TARGETS ${name} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endfunction()
