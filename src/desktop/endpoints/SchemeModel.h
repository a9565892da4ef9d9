#pragma once

#include <QAbstractListModel>
#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace creel
{

class SchemeCatalog;

/** The providers of the catalogue by name, after "None"; narrowed by what is typed. */
class SchemeModel : public QAbstractListModel
{
    Q_OBJECT
public:
    struct Entry {
        QByteArray id; ///< empty: nothing is verified
        QString name;
        QString note; ///< what a secret looks like, doubts; for the eye
        QByteArrayList settings; ///< names of what the user may set
        bool publicKey = false; ///< the key is public: it stands in the workspace, not in the keychain
    };

    explicit SchemeModel(const SchemeCatalog& catalog, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

    void setFilter(const QString& filter);
    const Entry* entryAt(int row) const;
    const Entry* find(const QByteArray& id) const;
    int rowOf(const QByteArray& id) const; ///< -1 where the filter hides it

private:
    std::vector<Entry> m_all;
    std::vector<std::size_t> m_shown;
};

} // namespace creel
