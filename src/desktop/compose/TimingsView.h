#pragma once

#include "delivery/HttpTypes.h"

#include <QWidget>

#include <vector>

namespace creel
{

/** The phases of an exchange as bars on one scale, one after the other. Also said in words to readers of the screen. */
class TimingsView : public QWidget
{
    Q_OBJECT
public:
    explicit TimingsView(QWidget* parent = nullptr);
    void setTimings(const HttpTimings& timings, const QByteArray& tlsVersion);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Phase {
        QString name;
        qint64 us = -1; ///< -1: it did not take place
    };
    std::vector<Phase> m_phases;
};

} // namespace creel
