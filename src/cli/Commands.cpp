// SPDX-License-Identifier: GPL-3.0-or-later
#include "Command.h"
#include "commands/AddCommand.h"
#include "commands/BackupCommand.h"
#include "commands/CheckCommand.h"
#include "commands/EditCommands.h"
#include "commands/ExportCommand.h"
#include "commands/FieldsCommand.h"
#include "commands/ImportCommand.h"
#include "commands/InfoCommand.h"
#include "commands/ListCommand.h"
#include "commands/LogCommand.h"
#include "commands/NewCommand.h"
#include "commands/RenderCommand.h"
#include "commands/ShowCommand.h"
#include "commands/UndoCommands.h"
#include "packages/KeygenCommand.h"
#include "packages/PackCommands.h"

namespace observo::cli {

std::vector<std::unique_ptr<Command>> allCommands()
{
    std::vector<std::unique_ptr<Command>> commands;
    for (const auto make :
         {newCommand,    infoCommand,   addCommand,    showCommand,   listCommand,   setCommand,    moveCommand,
          removeCommand, undoCommand,   redoCommand,   importCommand, mergeCommand,  exportCommand, checkCommand,
          logCommand,    backupCommand, keygenCommand, packCommand,   unpackCommand, renderCommand, fieldsCommand}) {
        commands.push_back(make());
    }
    return commands;
}

} // namespace observo::cli
