#pragma once

#include <QTranslator>

namespace creel
{

/** Writes the texts of the source for their number: `%n event(s)` becomes `%n event` or `%n events`. */
class EnglishPlurals final : public QTranslator
{
    Q_OBJECT
public:
    using QTranslator::QTranslator;

    QString translate(const char* context, const char* source, const char* disambiguation, int n) const override;
    bool isEmpty() const override { return false; }
};

} // namespace creel
