#pragma once

#include "store/Event.h"

#include <QWidget>

namespace creel
{

class BodyView;
class HeadersView;
class PlainLabel;

/** What the sender was answered, and what became of the answer. */
class ResponseView : public QWidget
{
    Q_OBJECT
public:
    explicit ResponseView(QWidget* parent = nullptr);
    void setDetail(const EventDetail& detail);

private:
    PlainLabel* m_status;
    PlainLabel* m_outcome;
    HeadersView* m_headers;
    BodyView* m_body;
};

} // namespace creel
