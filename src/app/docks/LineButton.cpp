// SPDX-License-Identifier: GPL-3.0-or-later
#include "docks/LineButton.h"

#include "PlainText.h"

#include <QHBoxLayout>
#include <QLabel>

namespace observo::app {

namespace {

constexpr int kMark = 20;
constexpr int kMargin = 4;

} // namespace

LineButton::LineButton(const QString& text, const QIcon& mark, QWidget* parent) : QPushButton(parent)
{
    setProperty("role", QStringLiteral("line"));
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(text);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    row->setSpacing(2 * kMargin);
    auto* picture = new QLabel(this);
    picture->setPixmap(mark.pixmap(kMark, kMark));
    auto* words = new QLabel(this);
    words->setWordWrap(true);
    showPlain(*words, text);
    // The button is pressed, whatever lies over it.
    for (auto* label : {picture, words}) {
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
    }
    row->addWidget(picture, 0, Qt::AlignTop);
    row->addWidget(words, 1);
    auto policy = QSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QSize LineButton::sizeHint() const
{
    return layout()->sizeHint();
}

QSize LineButton::minimumSizeHint() const
{
    return layout()->minimumSize();
}

int LineButton::heightForWidth(int width) const
{
    return layout()->heightForWidth(width);
}

} // namespace observo::app
