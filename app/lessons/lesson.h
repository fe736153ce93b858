// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <expected>
#include <vector>

namespace digitpad {

/// A text in every language that the program speaks.
struct LessonText {
    QString english;
    QString chinese;

    /// In the language of the program.
    [[nodiscard]] QString local() const;

    friend bool operator==(const LessonText&, const LessonText&) = default;
};

/// What must have become true before a lesson goes on: a fact of the program, such as
/// "inside.unit", and what is asked of it.
struct LessonCondition {
    enum class Test {
        Equal,
        NotEqual,
        AtLeast,
        AtMost,
        Above,
        Below,
        More, ///< by so much than it was when the step began
    };

    QString fact;
    Test test = Test::Equal;
    QJsonValue value;

    /// Whether it holds; a fact that there is not makes nothing true. `before` are the facts when
    /// the step began.
    [[nodiscard]] bool holds(const QJsonObject& facts, const QJsonObject& before) const;
};

struct LessonStep {
    LessonText text;
    int line = 0;      ///< of the file, from 1
    QJsonObject start; ///< a state that is set up first; {} for none
    QString look;      ///< the object name of what to look at; empty for nothing
    std::vector<LessonCondition> until;
    QJsonObject show;  ///< a state that does what the step asks for
    QStringList press; ///< object names of what is pressed then, one after the other
    [[nodiscard]] bool canShow() const { return !show.isEmpty() || !press.isEmpty(); }
};

struct Lesson {
    LessonText title;
    LessonText about;
    std::vector<LessonStep> steps; ///< at least one
};

/// What is wrong with a lesson's file, and where.
struct LessonError {
    int line = 0; ///< from 1
    QString what; ///< a sentence for people
};

/// What a lesson may press: what loses nothing. The names are those of the controls.
[[nodiscard]] const QStringList& pressable();

/// Reads a lesson: YAML, as resources/lessons/README.md says. Everything in it is checked;
/// what is not known is an error, because it is a slip of the pen.
[[nodiscard]] std::expected<Lesson, LessonError> readLesson(const QByteArray& yaml);

} // namespace digitpad
