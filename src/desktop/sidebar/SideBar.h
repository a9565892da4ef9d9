#pragma once

#include "store/Endpoint.h"

#include <QWidget>

#include <optional>
#include <vector>

class QListView;
class QPushButton;

namespace creel
{

class EndpointModel;
class Workspace;

/** The endpoints with their counts; choosing one filters the table. */
class SideBar : public QWidget
{
    Q_OBJECT
public:
    explicit SideBar(Workspace& workspace, QWidget* parent = nullptr);

    /** Null: all events. */
    std::optional<QByteArray> chosen() const;
    void choose(const std::optional<QByteArray>& path);
    /** The endpoint that is chosen, if it is one. */
    std::optional<Endpoint> chosenEndpoint() const;

    /** A further section below the endpoints. */
    void addSection(QWidget* section);

signals:
    void chosenChanged(const std::optional<QByteArray>& path);
    void newWanted();
    void editWanted(const creel::Endpoint& endpoint);
    void deleteWanted(const creel::Endpoint& endpoint);
    void reordered(const std::vector<creel::Endpoint>& changed);

private:
    void showMenu(const QPoint& position);
    void refreshEndpoints();
    void refreshCounts();

    Workspace& m_workspace;
    EndpointModel* m_model;
    QListView* m_list;
    QPushButton* m_new;
    bool m_refreshing = false;
};

} // namespace creel
