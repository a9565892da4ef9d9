#pragma once

#include <QDialog>

namespace creel
{

/** Version, license, and what a report of an error needs, with one click to copy. */
class About : public QDialog
{
    Q_OBJECT
public:
    explicit About(QWidget* parent = nullptr);
    static QString versions();
};

} // namespace creel
