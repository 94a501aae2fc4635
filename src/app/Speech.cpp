// SPDX-License-Identifier: GPL-3.0-or-later
#include "Speech.h"

#include "Text.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

namespace observo::app {

namespace {

struct Voice {
    Language language = Language::English;
    QTranslator words;
    QTranslator toolkit;
};

Voice& voice()
{
    static Voice voice;
    return voice;
}

QLocale localeOf(Language language)
{
    return language == Language::Italian ? QLocale(QLocale::Italian, QLocale::Italy)
                                         : QLocale(QLocale::English, QLocale::UnitedKingdom);
}

} // namespace

void speak(Language language)
{
    auto& now = voice();
    QCoreApplication::removeTranslator(&now.words);
    QCoreApplication::removeTranslator(&now.toolkit);
    now.language = language;
    QLocale::setDefault(localeOf(language));
    const QString short_ = language == Language::Italian ? QStringLiteral("it") : QStringLiteral("en");
    // The toolkit's own words (file dialogs, Yes and No) come with Qt; without them those stay English.
    if (now.toolkit.load(QStringLiteral("qtbase_") + short_, QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(&now.toolkit);
    }
    if (now.words.load(QStringLiteral(":/i18n/observo_") + short_ + QStringLiteral(".qm"))) {
        QCoreApplication::installTranslator(&now.words);
    }
}

Language language()
{
    return voice().language;
}

QLocale spokenLocale()
{
    return localeOf(voice().language);
}

QString wordsOf(const Label& label)
{
    return toText(label.in(voice().language));
}

Language languageOfDesktop()
{
    return QLocale::system().language() == QLocale::English ? Language::English : Language::Italian;
}

} // namespace observo::app
