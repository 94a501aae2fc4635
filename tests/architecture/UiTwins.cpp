// SPDX-License-Identifier: GPL-3.0-or-later
#include "Checks.h"
#include "CppText.h"

#include <regex>

namespace observo::architecture {

namespace {

/// "ui/docks/LogDock.ui" -> "src/app/docks/LogDock"
std::string classFileOf(const File& form)
{
    return "src/app/" + form.folder().substr(std::string("ui/").size()) + "/" + form.stem();
}

void checkForm(const Tree& tree, const File& form, Findings& findings)
{
    static const std::regex folders("ui/(windows|docks|dialogs)");
    if (!std::regex_match(form.folder(), folders)) {
        findings.push_back(form.path + ": a form belongs in ui/windows, ui/docks or ui/dialogs");
        return;
    }
    if (form.text.find("<class>" + form.stem() + "</class>") == std::string::npos) {
        findings.push_back(form.path + ": its <class> is not " + form.stem());
    }
    const auto* header = tree.find(classFileOf(form) + ".h");
    const auto* source = tree.find(classFileOf(form) + ".cpp");
    if (header == nullptr || source == nullptr) {
        findings.push_back(form.path + ": has no " + classFileOf(form) + ".h and .cpp");
        return;
    }
    // The declaration in namespace Ui has no base class.
    const std::regex declaration("class\\s+" + form.stem() + "\\b[^;{]*:");
    if (!std::regex_search(codeOf(header->text), declaration)) {
        findings.push_back(header->path + ": declares no class " + form.stem());
    }
    if (source->text.find("\"ui_" + form.stem() + ".h\"") == std::string::npos) {
        findings.push_back(source->path + ": does not include ui_" + form.stem() + ".h");
    }
}

/// A window, dock or dialog without a form: its layout would be hidden in code.
void checkClass(const Tree& tree, const File& header, Findings& findings)
{
    static const std::regex widget(R"(class\s+(\w+)\s*(final\s*)?:\s*public\s+(QMainWindow|QDockWidget|QDialog)\b)");
    const auto code = codeOf(header.text);
    for (std::sregex_iterator it(code.begin(), code.end(), widget), end; it != end; ++it) {
        const auto name = (*it)[1].str();
        const auto folder = header.folder().substr(std::string("src/app/").size());
        if (!tree.has("ui/" + folder + "/" + name + ".ui")) {
            findings.push_back(header.path + ": " + name + " has no form ui/" + folder + "/" + name + ".ui");
        }
    }
}

} // namespace

Findings brokenUiTwins(const Tree& tree)
{
    Findings findings;
    for (const auto* file : tree.under("ui/")) {
        if (file->path.ends_with(".ui")) {
            checkForm(tree, *file, findings);
        }
    }
    for (const auto* file : tree.under("src/app/")) {
        if (file->path.ends_with(".h") && file->folder() != "src/app") {
            checkClass(tree, *file, findings);
        }
    }
    return findings;
}

} // namespace observo::architecture
