#pragma once

#include "receiver/Receiver.h"

#include <QByteArray>
#include <QObject>
#include <QSettings>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <type_traits>

namespace creel
{

/** A setting: its key in the file, its type and its value until the user sets another. */
template <class T> struct Setting {
    const char* key;
    T fallback;
};

/**
 * The user's settings as typed values over one INI file, injectable for tests. Nothing secret is in it. A value of
 * another type than expected (a file that was edited by hand) counts as not set.
 */
class Settings : public QObject
{
    Q_OBJECT
public:
    /** `file` empty: the application's configuration folder. */
    explicit Settings(const QString& file = {}, QObject* parent = nullptr);

    template <class T> T get(const Setting<T>& setting) const
    {
        const QVariant value = m_store.value(QLatin1String(setting.key));
        if (!value.isValid())
            return setting.fallback;
        if constexpr (std::is_same_v<T, bool>) {
            const QString text = value.toString();
            if (text == QLatin1String("true"))
                return true;
            return text == QLatin1String("false") ? false : setting.fallback;
        } else if constexpr (std::is_integral_v<T>) {
            bool ok = false;
            const qlonglong number = value.toLongLong(&ok);
            return ok ? T(number) : setting.fallback;
        } else {
            return value.value<T>();
        }
    }

    template <class T> void set(const Setting<T>& setting, const std::type_identity_t<T>& value)
    {
        if (get(setting) == value)
            return;
        m_store.setValue(QLatin1String(setting.key), QVariant::fromValue(value));
        emit changed(QByteArray(setting.key));
    }

    /** The receiver's settings, read and written as a whole. */
    ReceiverSettings receiver() const;
    void setReceiver(const ReceiverSettings& receiver);

    /** The last ten workspaces, newest first. */
    QStringList recentWorkspaces() const;
    void addRecentWorkspace(const QString& file);

signals:
    void changed(const QByteArray& key);

private:
    QSettings m_store;
};

/** Every setting by name. */
namespace settings
{

inline const Setting<QString> theme{"appearance/theme", QStringLiteral("system")};
/** `system`, or the code of one of languages(). Counts from the next start on. */
inline const Setting<QString> language{"appearance/language", QStringLiteral("system")};
inline const Setting<bool> comfortableRows{"appearance/comfortableRows", false};
/** `auto`, `right` or `below`. */
inline const Setting<QString> detailPosition{"appearance/detailPosition", QStringLiteral("auto")};

inline const Setting<QByteArray> geometry{"window/geometry", {}};
inline const Setting<QByteArray> mainSplitter{"window/mainSplitter", {}};
inline const Setting<QByteArray> rightSplitter{"window/detailRight", {}};
inline const Setting<QByteArray> belowSplitter{"window/detailBelow", {}};
inline const Setting<QByteArray> columns{"window/columns", {}};
inline const Setting<bool> sideBar{"window/sideBar", true};
inline const Setting<int> detailTab{"window/detailTab", 0};
inline const Setting<bool> follow{"window/follow", true};
inline const Setting<QString> search{"window/search", {}};
inline const Setting<QByteArray> endpoint{"window/endpoint", {}};
/** The workspace that search, endpoint and the place in the list belong to: in another one they mean nothing. */
inline const Setting<QByteArray> placeOf{"window/placeOf", {}};
inline const Setting<qint64> currentEvent{"window/currentEvent", 0};
inline const Setting<qint64> topEvent{"window/topEvent", 0};
inline const Setting<QStringList> recent{"workspace/recent", {}};

inline const Setting<QString> address{"receiver/address", {}};
inline const Setting<int> port{"receiver/port", 4747};
inline const Setting<bool> portIsFixed{"receiver/portIsFixed", false};
inline const Setting<qint64> headBytes{"receiver/headBytes", ReceiverLimits{}.headBytes};
inline const Setting<int> headerFields{"receiver/headerFields", ReceiverLimits{}.headerFields};
inline const Setting<qint64> bodyBytes{"receiver/bodyBytes", ReceiverLimits{}.bodyBytes};
inline const Setting<int> headTimeout{"receiver/headTimeoutMs", ReceiverLimits{}.headTimeoutMs};
inline const Setting<int> idleTimeout{"receiver/idleTimeoutMs", ReceiverLimits{}.idleTimeoutMs};
inline const Setting<int> connections{"receiver/connections", ReceiverLimits{}.connections};
inline const Setting<qint64> bytesInFlight{"receiver/bytesInFlight", ReceiverLimits{}.bytesInFlight};

} // namespace settings
} // namespace creel
