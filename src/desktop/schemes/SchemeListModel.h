#pragma once

#include "app/SchemeFolder.h"

#include <QAbstractListModel>

#include <vector>

namespace creel
{

/** The schemes of the catalogue by name, the user's own before the built-in ones, broken files among them. */
class SchemeListModel : public QAbstractListModel
{
    Q_OBJECT
public:
    struct Entry {
        QByteArray id; ///< empty: a file that can't be read
        QString name;
        bool own = false;
        SchemeFile file; ///< of an own one
    };

    using QAbstractListModel::QAbstractListModel;

    void setSchemes(const SchemeCatalog& catalog, std::vector<SchemeFile> files);
    void setFilter(const QString& filter);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    const Entry* entryAt(int row) const;
    int rowOf(const QByteArray& id) const; ///< -1 where the filter hides it
    int rowOfFile(const QString& file) const;
    /** A name that none has: `Copy of X`, `Copy of X 2`. */
    QString freeName(const QString& wanted) const;

private:
    void narrow();

    std::vector<Entry> m_all;
    std::vector<std::size_t> m_shown;
    QString m_filter;
};

} // namespace creel
