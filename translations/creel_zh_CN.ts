<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
<context>
    <name>AppearancePage</name>
    <message>
        <source>&amp;Colors</source>
        <translation>颜色(&amp;C)</translation>
    </message>
    <message>
        <source>Colors</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Use system colors</source>
        <translation>使用系统颜色</translation>
    </message>
    <message>
        <source>&amp;Rows</source>
        <translation>行(&amp;R)</translation>
    </message>
    <message>
        <source>Height of rows</source>
        <translation>行高</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>紧凑</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>宽松</translation>
    </message>
    <message>
        <source>&amp;Event details</source>
        <translation>事件详情(&amp;E)</translation>
    </message>
    <message>
        <source>Place of the event details</source>
        <translation>事件详情的位置</translation>
    </message>
    <message>
        <source>On the right, below in a narrow window</source>
        <translation>在右侧，窗口较窄时在下方</translation>
    </message>
    <message>
        <source>Always on the right</source>
        <translation>始终在右侧</translation>
    </message>
    <message>
        <source>Always below</source>
        <translation>始终在下方</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Another language is used from the next start of Creel on.</source>
        <translation>语言更改将在下次启动 Creel 时生效。</translation>
    </message>
</context>
<context>
    <name>ComposeOptions</name>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Send the body in chunks, without Content-Length</source>
        <translation>分块发送正文，不带 Content-Length</translation>
    </message>
    <message>
        <source>Keep the connection open for the next request</source>
        <translation>保持连接以供下一个请求使用</translation>
    </message>
    <message>
        <source>Follow redirects to the same host</source>
        <translation>跟随到同一主机的重定向</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>最多</translation>
    </message>
    <message>
        <source>Redirects that are followed at most</source>
        <translation>最多跟随的重定向次数</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>连接方式</translation>
    </message>
    <message>
        <source>Way to the server</source>
        <translation>到服务器的连接方式</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Host of the proxy</source>
        <translation>代理的主机</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Port of the proxy</source>
        <translation>代理的端口</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>User at the proxy</source>
        <translation>代理的用户</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Password at the proxy</source>
        <translation>代理的密码</translation>
    </message>
    <message>
        <source>Kept nowhere</source>
        <translation>不会保存</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Refuse a server whose certificate can’t be trusted</source>
        <translation>拒绝证书不受信任的服务器</translation>
    </message>
    <message>
        <source>Trust as well</source>
        <translation>额外信任</translation>
    </message>
    <message>
        <source>File of certificates to trust beside the system’s</source>
        <translation>除系统证书外还要信任的证书文件</translation>
    </message>
    <message>
        <source>PEM file</source>
        <translation>PEM 文件</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose the file of certificates to trust</source>
        <translation>选择要信任的证书文件</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>File of the client certificate</source>
        <translation>客户端证书文件</translation>
    </message>
    <message>
        <source>PEM or PKCS #12 file, for servers that ask for one</source>
        <translation>PEM 或 PKCS #12 文件，用于要求客户端证书的服务器</translation>
    </message>
    <message>
        <source>Choose the client certificate</source>
        <translation>选择客户端证书</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>私钥</translation>
    </message>
    <message>
        <source>File of the client certificate’s key</source>
        <translation>客户端证书的私钥文件</translation>
    </message>
    <message>
        <source>PEM file, where it is apart</source>
        <translation>PEM 文件（私钥单独存放时）</translation>
    </message>
    <message>
        <source>Choose the key</source>
        <translation>选择私钥</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Passphrase of the key</source>
        <translation>私钥的口令</translation>
    </message>
    <message>
        <source>Time limits</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Name lookup</source>
        <translation>名称解析</translation>
    </message>
    <message>
        <source>Time limit of the name lookup</source>
        <translation>名称解析的时限</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Time limit of connecting</source>
        <translation>连接的时限</translation>
    </message>
    <message>
        <source>Time limit of the TLS handshake</source>
        <translation>TLS 握手的时限</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Time limit of sending without progress</source>
        <translation>发送无进展的时限</translation>
    </message>
    <message>
        <source>First byte</source>
        <translation>首字节</translation>
    </message>
    <message>
        <source>Time limit of waiting for the answer</source>
        <translation>等待响应的时限</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>Time limit of receiving without progress</source>
        <translation>接收无进展的时限</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>总计</translation>
    </message>
    <message>
        <source>Time limit of the whole exchange</source>
        <translation>整个交互的时限</translation>
    </message>
</context>
<context>
    <name>ComposePane</name>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Address to send to</source>
        <translation>发送到的地址</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Send the request</source>
        <translation>发送请求</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close the composer</source>
        <translation>关闭编写面板</translation>
    </message>
    <message>
        <source>Parts of the request</source>
        <translation>请求的各部分</translation>
    </message>
</context>
<context>
    <name>EndpointEditor</name>
    <message>
        <source>Parts of the endpoint</source>
        <translation>端点的各部分</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>&amp;Path</source>
        <translation>路径(&amp;P)</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Shown instead of the path</source>
        <translation>代替路径显示</translation>
    </message>
    <message>
        <source>P&amp;rovider</source>
        <translation>提供商(&amp;R)</translation>
    </message>
    <message>
        <source>Find a provider</source>
        <translation>查找提供商</translation>
    </message>
    <message>
        <source>Type to find a provider</source>
        <translation>输入以查找提供商</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Add a secret</source>
        <translation>添加密钥</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Public &amp;URL</source>
        <translation>公开 URL(&amp;U)</translation>
    </message>
    <message>
        <source>Public URL</source>
        <translation>公开 URL</translation>
    </message>
    <message>
        <source>What the provider was given, where its signature covers the URL</source>
        <translation>签名涵盖 URL 时，提供给提供商的 URL</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>响应</translation>
    </message>
    <message>
        <source>S&amp;tatus</source>
        <translation>状态(&amp;T)</translation>
    </message>
    <message>
        <source>Status of the answer</source>
        <translation>响应的状态</translation>
    </message>
    <message>
        <source>&amp;Delay</source>
        <translation>延迟(&amp;D)</translation>
    </message>
    <message>
        <source>Delay of the answer in milliseconds</source>
        <translation>响应的延迟（毫秒）</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>&amp;Headers</source>
        <translation>标头(&amp;H)</translation>
    </message>
    <message>
        <source>Headers of the answer, one in a line</source>
        <translation>响应的标头，每行一个</translation>
    </message>
    <message>
        <source>&amp;Body</source>
        <translation>正文(&amp;B)</translation>
    </message>
    <message>
        <source>Body of the answer</source>
        <translation>响应的正文</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save endpoint</source>
        <translation>保存端点</translation>
    </message>
    <message>
        <source>&amp;Handshakes</source>
        <translation>握手(&amp;H)</translation>
    </message>
    <message>
        <source>Answer them</source>
        <translation>响应握手</translation>
    </message>
    <message>
        <source>Answer handshakes</source>
        <translation>响应握手</translation>
    </message>
    <message>
        <source>Challenges that a provider sends before it trusts a URL</source>
        <translation>提供商在信任 URL 之前发送的质询</translation>
    </message>
    <message>
        <source>Which handshake is answered</source>
        <translation>响应哪种握手</translation>
    </message>
    <message>
        <source>Older secrets verify nothing. They are kept to tell when an event was signed with one of them.</source>
        <translation>旧密钥不用于验证，保留它们只是为了指出事件是否由其中之一签名。</translation>
    </message>
</context>
<context>
    <name>EventActions</name>
    <message>
        <source>Event %1 is not a whole request: curl can&apos;t send it again.</source>
        <translation>事件 %1 不是完整的请求，curl 无法重新发送。</translation>
    </message>
    <message>
        <source>The body of event %1 is too large for a command line. Export the event.</source>
        <translation>事件 %1 的正文太大，无法放入命令行。请导出该事件。</translation>
    </message>
</context>
<context>
    <name>EventPane</name>
    <message>
        <source>State of the event pane</source>
        <translation>事件面板的状态</translation>
    </message>
    <message>
        <source>Type of the event</source>
        <translation>事件类型</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the event</source>
        <translation>复制事件</translation>
    </message>
    <message>
        <source>Method, path, id, time, size and sender</source>
        <translation>方法、路径、ID、时间、大小和发送方</translation>
    </message>
    <message>
        <source>What is wrong with this event</source>
        <translation>此事件的问题</translation>
    </message>
    <message>
        <source>Reading the event</source>
        <translation>正在读取事件</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop reading the event</source>
        <translation>停止读取事件</translation>
    </message>
    <message>
        <source>Parts of the event</source>
        <translation>事件的各部分</translation>
    </message>
</context>
<context>
    <name>MaskPage</name>
    <message>
        <source>Credentials that senders write into events are masked on screen, in copies and in exports until you ask for them. They stand in these places, whatever the letter case; one name in a line.</source>
        <translation>发送方写入事件的凭据在屏幕、副本和导出中都会被遮盖，直到您要求显示。凭据位于以下位置，不区分大小写；每行一个名称。</translation>
    </message>
    <message>
        <source>&amp;Headers</source>
        <translation>标头(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Query, JSON and form values</source>
        <translation>查询、JSON 和表单值(&amp;Q)</translation>
    </message>
    <message>
        <source>Masked headers, one in a line</source>
        <translation>要遮盖的标头，每行一个</translation>
    </message>
    <message>
        <source>Masked names of query, JSON and form values, one in a line</source>
        <translation>要遮盖的查询、JSON 和表单值的名称，每行一个</translation>
    </message>
    <message>
        <source>Back to the rules that Creel brings</source>
        <translation>恢复 Creel 自带的规则</translation>
    </message>
</context>
<context>
    <name>ReceiverPage</name>
    <message>
        <source>&amp;Address</source>
        <translation>地址(&amp;A)</translation>
    </message>
    <message>
        <source>Address to listen on</source>
        <translation>监听地址</translation>
    </message>
    <message>
        <source>This computer only (127.0.0.1 and ::1)</source>
        <translation>仅本机（127.0.0.1 和 ::1）</translation>
    </message>
    <message>
        <source>With 0.0.0.0 or ::, everyone in your network can send to you.</source>
        <translation>使用 0.0.0.0 或 :: 时，网络中的任何人都可以向您发送。</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>端口(&amp;P)</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Take the next free port when it is taken</source>
        <translation>端口被占用时使用下一个空闲端口</translation>
    </message>
    <message>
        <source>&amp;Head, at most</source>
        <translation>请求头上限(&amp;H)</translation>
    </message>
    <message>
        <source>Largest head in kilobytes</source>
        <translation>请求头的最大大小 (KB)</translation>
    </message>
    <message>
        <source> KB</source>
        <translation> KB</translation>
    </message>
    <message>
        <source>Header &amp;fields, at most</source>
        <translation>标头字段数上限(&amp;F)</translation>
    </message>
    <message>
        <source>Most header fields</source>
        <translation>标头字段的最大数量</translation>
    </message>
    <message>
        <source>&amp;Body, at most</source>
        <translation>正文上限(&amp;B)</translation>
    </message>
    <message>
        <source>Largest body in megabytes</source>
        <translation>正文的最大大小 (MB)</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>&amp;Time for a head</source>
        <translation>请求头时限(&amp;T)</translation>
    </message>
    <message>
        <source>Time for a head in seconds</source>
        <translation>请求头的时限（秒）</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>&amp;Idle connections end after</source>
        <translation>空闲连接关闭时间(&amp;I)</translation>
    </message>
    <message>
        <source>Idle time in seconds</source>
        <translation>空闲时间（秒）</translation>
    </message>
    <message>
        <source>&amp;Connections, at most</source>
        <translation>连接数上限(&amp;C)</translation>
    </message>
    <message>
        <source>Most connections</source>
        <translation>最大连接数</translation>
    </message>
    <message>
        <source>&amp;Memory in flight, at most</source>
        <translation>在途内存上限(&amp;M)</translation>
    </message>
    <message>
        <source>Most memory for what is read and not yet stored, in megabytes</source>
        <translation>已读取但尚未存储的内容最多占用的内存(MB)</translation>
    </message>
    <message>
        <source>For what is read and not yet stored. When it is used up, senders wait; nothing is dropped.</source>
        <translation>用于已读取但尚未存储的内容。用尽时发送方会等待,不会丢弃任何内容。</translation>
    </message>
</context>
<context>
    <name>SchemeForm</name>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>Name of the scheme</source>
        <translation>签名方案的名称</translation>
    </message>
    <message>
        <source>&amp;Id</source>
        <translation>ID(&amp;I)</translation>
    </message>
    <message>
        <source>Id of the scheme</source>
        <translation>签名方案的 ID</translation>
    </message>
    <message>
        <source>&amp;Signature header</source>
        <translation>签名标头(&amp;S)</translation>
    </message>
    <message>
        <source>Where the signature stands</source>
        <translation>签名所在的位置</translation>
    </message>
    <message>
        <source>A header&apos;s name, or a place such as query:sig, form:sig or json:/signature</source>
        <translation>标头名称，或 query:sig、form:sig、json:/signature 之类的位置</translation>
    </message>
    <message>
        <source>&amp;Prefix</source>
        <translation>前缀(&amp;P)</translation>
    </message>
    <message>
        <source>Prefix of the signature</source>
        <translation>签名的前缀</translation>
    </message>
    <message>
        <source>Parts of the header</source>
        <translation>标头的各部分</translation>
    </message>
    <message>
        <source>What parts several items</source>
        <translation>多个项目之间的分隔符</translation>
    </message>
    <message>
        <source>split at, such as ,</source>
        <translation>分隔符，如 ,</translation>
    </message>
    <message>
        <source>What stands between key and value</source>
        <translation>键与值之间的分隔符</translation>
    </message>
    <message>
        <source>key and value, such as =</source>
        <translation>键值分隔符，如 =</translation>
    </message>
    <message>
        <source>Key of the signature</source>
        <translation>签名的键</translation>
    </message>
    <message>
        <source>key, such as v1</source>
        <translation>键，如 v1</translation>
    </message>
    <message>
        <source>&amp;Algorithm</source>
        <translation>算法(&amp;A)</translation>
    </message>
    <message>
        <source>Algorithm</source>
        <translation>算法</translation>
    </message>
    <message>
        <source>&amp;written as</source>
        <translation>编码为(&amp;W)</translation>
    </message>
    <message>
        <source>Encoding of the signature</source>
        <translation>签名的编码</translation>
    </message>
    <message>
        <source>Signed &amp;content</source>
        <translation>签名内容(&amp;C)</translation>
    </message>
    <message>
        <source>Parts of the signed content</source>
        <translation>签名内容的各部分</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>插入</translation>
    </message>
    <message>
        <source>Insert a part of the signed content</source>
        <translation>插入签名内容的一部分</translation>
    </message>
    <message>
        <source>&amp;Timestamp</source>
        <translation>时间戳(&amp;T)</translation>
    </message>
    <message>
        <source>Where the timestamp stands</source>
        <translation>时间戳所在的位置</translation>
    </message>
    <message>
        <source>none, or its header</source>
        <translation>无，或其标头</translation>
    </message>
    <message>
        <source>Unit of the timestamp</source>
        <translation>时间戳的单位</translation>
    </message>
    <message>
        <source>Greatest age in seconds</source>
        <translation>最大时差（秒）</translation>
    </message>
    <message>
        <source>any age</source>
        <translation>不限时差</translation>
    </message>
    <message>
        <source>at most </source>
        <translation>最多 </translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>&amp;Message id</source>
        <translation>消息 ID(&amp;M)</translation>
    </message>
    <message>
        <source>Where the message id stands</source>
        <translation>消息 ID 所在的位置</translation>
    </message>
    <message>
        <source>none, or its header: {id} in the signed content</source>
        <translation>无，或其标头：签名内容中的 {id}</translation>
    </message>
    <message>
        <source>Sec&amp;ret is</source>
        <translation>密钥为(&amp;R)</translation>
    </message>
    <message>
        <source>Form of the secret</source>
        <translation>密钥的形式</translation>
    </message>
    <message>
        <source>&amp;without</source>
        <translation>去除前缀(&amp;W)</translation>
    </message>
    <message>
        <source>Prefix that is cut from the secret</source>
        <translation>从密钥中去除的前缀</translation>
    </message>
</context>
<context>
    <name>SignatureView</name>
    <message>
        <source>Signature of the event</source>
        <translation>事件的签名</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>验证结果</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Add the secret…</source>
        <translation>添加密钥…</translation>
    </message>
    <message>
        <source>Add the secret of this endpoint</source>
        <translation>添加此端点的密钥</translation>
    </message>
    <message>
        <source>Scheme, header and secret</source>
        <translation>签名方案、标头和密钥</translation>
    </message>
    <message>
        <source>Signature, aligned</source>
        <translation>签名，对齐显示</translation>
    </message>
    <message>
        <source>Copy received</source>
        <translation>复制收到值</translation>
    </message>
    <message>
        <source>Copy the received signature</source>
        <translation>复制收到的签名</translation>
    </message>
    <message>
        <source>Copy expected</source>
        <translation>复制预期值</translation>
    </message>
    <message>
        <source>Copy the expected signature</source>
        <translation>复制预期的签名</translation>
    </message>
    <message>
        <source>Received and expected signature</source>
        <translation>收到的签名和预期的签名</translation>
    </message>
    <message>
        <source>Timestamp</source>
        <translation>时间戳</translation>
    </message>
    <message>
        <source>· blank   ↵ line feed   → tab</source>
        <translation>· 空格   ↵ 换行   → 制表符</translation>
    </message>
    <message>
        <source>The signed content</source>
        <translation>签名内容</translation>
    </message>
</context>
<context>
    <name>StartPane</name>
    <message>
        <source>Waiting for the first event</source>
        <translation>正在等待第一个事件</translation>
    </message>
    <message>
        <source>Point a webhook at this address, or try it now. Everything that arrives is stored in this workspace before it is answered.</source>
        <translation>将 Webhook 指向此地址，或立即试用。收到的所有内容都会先存入此工作区，然后才响应。</translation>
    </message>
    <message>
        <source>Address of the receiver</source>
        <translation>接收器的地址</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>From a terminal</source>
        <translation>从终端</translation>
    </message>
    <message>
        <source>Command for a terminal</source>
        <translation>终端命令</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>复制命令</translation>
    </message>
    <message>
        <source>Send a sample event</source>
        <translation>发送示例事件</translation>
    </message>
    <message>
        <source>Sample to send</source>
        <translation>要发送的示例</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Add an endpoint with a provider and its secret, and each event says whether its signature is good, and if not, why.</source>
        <translation>添加端点并设置提供商及其密钥，每个事件就会显示签名是否有效，以及无效的原因。</translation>
    </message>
    <message>
        <source>Add an endpoint…</source>
        <translation>添加端点…</translation>
    </message>
    <message>
        <source>A provider on the internet needs a tunnel to this address, such as cloudflared or ngrok.</source>
        <translation>互联网上的提供商需要通过隧道访问此地址，例如 cloudflared 或 ngrok。</translation>
    </message>
</context>
<context>
    <name>StorePage</name>
    <message>
        <source>What is kept in this workspace. Pinned events are kept whatever these say; the oldest of the others go first.</source>
        <translation>此工作区保留的内容。固定的事件始终保留；其余事件从最旧的开始删除。</translation>
    </message>
    <message>
        <source>&amp;Events, at most</source>
        <translation>事件数上限(&amp;E)</translation>
    </message>
    <message>
        <source>Most events</source>
        <translation>最大事件数</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>&amp;Age, at most</source>
        <translation>保留时长上限(&amp;A)</translation>
    </message>
    <message>
        <source>Greatest age in days</source>
        <translation>最长保留时间（天）</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 天</translation>
    </message>
    <message>
        <source>&amp;Size, at most</source>
        <translation>大小上限(&amp;S)</translation>
    </message>
    <message>
        <source>Greatest size in megabytes</source>
        <translation>最大大小 (MB)</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
</context>
<context>
    <name>creel</name>
    <message>
        <source>The body is larger than 8 MB, so the reason was not looked for.</source>
        <translation>正文大于 8 MB，因此未查找原因。</translation>
    </message>
    <message>
        <source>The event is not a complete request, so nothing was verified.</source>
        <translation>事件不是完整的请求，因此未进行验证。</translation>
    </message>
    <message>
        <source>The endpoint has no scheme, so nothing was verified.</source>
        <translation>端点没有签名方案，因此未进行验证。</translation>
    </message>
    <message>
        <source>The id &quot;%1&quot; is taken by another scheme.</source>
        <translation>ID “%1” 已被另一个签名方案使用。</translation>
    </message>
    <message>
        <source>The scheme could not be written to %1: %2</source>
        <translation>无法将签名方案写入 %1：%2</translation>
    </message>
    <message>
        <source>The scheme could not be removed from %1: %2</source>
        <translation>无法从 %1 中移除签名方案：%2</translation>
    </message>
    <message>
        <source>%1, from its handshake %2</source>
        <translation>%1，来自握手 %2</translation>
    </message>
    <message>
        <source>Can&apos;t make a temporary file for the answer: %1</source>
        <translation>无法为响应创建临时文件：%1</translation>
    </message>
    <message>
        <source>Can&apos;t write the answer to %1: %2</source>
        <translation>无法将响应写入 %1：%2</translation>
    </message>
    <message>
        <source>This event is not a whole request and can&apos;t be sent again.</source>
        <translation>此事件不是完整的请求，无法重新发送。</translation>
    </message>
    <message>
        <source>The body of this event is too large to be sent again from here.</source>
        <translation>此事件的正文太大，无法从这里重新发送。</translation>
    </message>
    <message>
        <source>The stored draft can&apos;t be read: %1 is wrong.</source>
        <translation>无法读取已存储的草稿：%1 有误。</translation>
    </message>
    <message>
        <source>Canceled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>The name %1 could not be looked up: %2. Check the host in the URL and the network.</source>
        <translation>无法解析名称 %1：%2。请检查 URL 中的主机和网络。</translation>
    </message>
    <message>
        <source>%1 refused the connection: nothing listens there. Check the port, and that the server runs.</source>
        <translation>%1 拒绝了连接：该处没有程序在监听。请检查端口，并确认服务器正在运行。</translation>
    </message>
    <message>
        <source>The proxy refused the connection to %1: %2</source>
        <translation>代理拒绝了到 %1 的连接：%2</translation>
    </message>
    <message>
        <source>The proxy wants a user name and a password for %1, or did not take the ones given.</source>
        <translation>代理要求为 %1 提供用户名和密码，或未接受所提供的用户名和密码。</translation>
    </message>
    <message>
        <source>The proxy could not be found: %1</source>
        <translation>找不到代理：%1</translation>
    </message>
    <message>
        <source>The proxy did not make the connection to %1: %2</source>
        <translation>代理未能建立到 %1 的连接：%2</translation>
    </message>
    <message>
        <source>No TLS connection to %1 could be made: %2. Check that the server speaks https on this port.</source>
        <translation>无法与 %1 建立 TLS 连接：%2。请确认服务器在此端口上使用 https。</translation>
    </message>
    <message>
        <source>No connection to %1 could be made: %2</source>
        <translation>无法连接到 %1：%2</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted: %2 Nothing was sent. Name its authority in the settings of this request, or turn the check off for a server of your own.</source>
        <translation>%1 的证书不受信任：%2 未发送任何内容。请在此请求的设置中指定其颁发机构；如果是您自己的服务器，也可以关闭检查。</translation>
    </message>
    <message>
        <source>%1 closed the kept connection before any byte of an answer. Whether it read the request is unknown, so it was not sent a second time. Sending again makes a new connection.</source>
        <translation>%1 在返回任何响应字节之前关闭了保持的连接。无法得知它是否读取了请求，因此没有再次发送。重新发送会建立新连接。</translation>
    </message>
    <message>
        <source>%1 closed the connection without an answer.</source>
        <translation>%1 未响应就关闭了连接。</translation>
    </message>
    <message>
        <source>The connection to %1 broke within the answer: %2</source>
        <translation>到 %1 的连接在响应过程中断开：%2</translation>
    </message>
    <message>
        <source>The connection to %1 broke before the answer: %2</source>
        <translation>到 %1 的连接在响应之前断开：%2</translation>
    </message>
    <message>
        <source>The answer of %1 could not be read: %2</source>
        <translation>无法读取 %1 的响应：%2</translation>
    </message>
    <message>
        <source>%1 sent over 100 interim answers (1xx) and no final one.</source>
        <translation>%1 发送了超过 100 个临时响应 (1xx)，但没有最终响应。</translation>
    </message>
    <message>
        <source>Looking up %1 took longer than %2 s.</source>
        <translation>解析 %1 用时超过 %2 s。</translation>
    </message>
    <message>
        <source>%1 did not take the connection within %2 s: check the address, the port and firewalls.</source>
        <translation>%1 在 %2 s 内未接受连接：请检查地址、端口和防火墙。</translation>
    </message>
    <message>
        <source>The TLS handshake with %1 took longer than %2 s. Check that the server speaks https on this port.</source>
        <translation>与 %1 的 TLS 握手用时超过 %2 s。请确认服务器在此端口上使用 https。</translation>
    </message>
    <message>
        <source>%1 read nothing more of the request for %2 s.</source>
        <translation>%1 在 %2 s 内没有继续读取请求。</translation>
    </message>
    <message>
        <source>Within its answer %1 sent nothing for %2 s.</source>
        <translation>%1 在响应过程中有 %2 s 未发送任何内容。</translation>
    </message>
    <message>
        <source>%1 did not answer within %2 s.</source>
        <translation>%1 在 %2 s 内未响应。</translation>
    </message>
    <message>
        <source>The whole answer of %1 did not come within %2 s.</source>
        <translation>%1 的完整响应未在 %2 s 内到达。</translation>
    </message>
    <message>
        <source>The exchange with %1 did not end within %2 s.</source>
        <translation>与 %1 的交互未在 %2 s 内结束。</translation>
    </message>
    <message>
        <source>%1 can&apos;t be sent as a method: it must be one word of letters, digits and marks such as - and _.</source>
        <translation>%1 不能作为方法发送：方法必须是一个由字母、数字及 - 和 _ 等符号组成的词。</translation>
    </message>
    <message>
        <source>The header %1 can&apos;t be sent: a name must be one word, and a value may not hold line ends or NUL.</source>
        <translation>标头 %1 无法发送：名称必须是一个词，值中不能包含换行符或 NUL。</translation>
    </message>
    <message>
        <source>A secret is needed to sign as %1. Choose one, or send unsigned.</source>
        <translation>以 %1 签名需要密钥。请选择一个，或不签名发送。</translation>
    </message>
    <message>
        <source>The sample %1 can&apos;t be read.</source>
        <translation>无法读取示例 %1。</translation>
    </message>
    <message>
        <source>%1 is not a URL that can be sent to. It must begin with http:// or https:// and a host.</source>
        <translation>%1 不是可以发送到的 URL。URL 必须以 http:// 或 https:// 加主机开头。</translation>
    </message>
    <message>
        <source>Can&apos;t read %1: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>%1 can&apos;t be used: %2</source>
        <translation>无法使用 %1：%2</translation>
    </message>
    <message>
        <source>it is neither PEM nor a PKCS #12 file that opens with this passphrase.</source>
        <translation>它既不是 PEM，也不是能用此口令打开的 PKCS #12 文件。</translation>
    </message>
    <message>
        <source>it holds no certificate.</source>
        <translation>其中没有证书。</translation>
    </message>
    <message>
        <source>it holds no private key that opens with this passphrase.</source>
        <translation>其中没有能用此口令打开的私钥。</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Catches webhooks and says whether their signature is good.</source>
        <translation>接收 Webhook 并判断其签名是否有效。</translation>
    </message>
    <message>
        <source>Listen on this port; without it, on the port of the preferences.</source>
        <translation>监听此端口；未指定时使用首选项中的端口。</translation>
    </message>
    <message>
        <source>The workspace to open; without it, your own default one.</source>
        <translation>要打开的工作区；未指定时使用您的默认工作区。</translation>
    </message>
    <message>
        <source>creel opens one workspace at a time.</source>
        <translation>creel 一次只能打开一个工作区。</translation>
    </message>
    <message>
        <source>The workspace could not be opened</source>
        <translation>无法打开工作区</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>JavaScript reads %1</source>
        <translation>JavaScript 读作 %1</translation>
    </message>
    <message>
        <source>%1 · at receipt</source>
        <translation>%1 · 收到时</translation>
    </message>
    <message>
        <source>%1 · %2 before receipt</source>
        <translation>%1 · 收到前 %2</translation>
    </message>
    <message>
        <source>%1 · %2 after receipt</source>
        <translation>%1 · 收到后 %2</translation>
    </message>
    <message>
        <source>These bytes are not valid HTTP; they are kept as they came.</source>
        <translation>这些字节不是有效的 HTTP；已按原样保留。</translation>
    </message>
    <message>
        <source>The sender stopped before the request was complete.</source>
        <translation>发送方在请求完成之前停止了发送。</translation>
    </message>
    <message>
        <source>The request was over a limit of the receiver; what was read is kept.</source>
        <translation>请求超出了接收器的限制；已读取的部分已保留。</translation>
    </message>
    <message>
        <source>The signature is good and its time is within the limit.</source>
        <translation>签名有效，且时间在限制之内。</translation>
    </message>
    <message>
        <source>The signature does not match; the Signature tab says why.</source>
        <translation>签名不匹配；原因见“签名”选项卡。</translation>
    </message>
    <message>
        <source>The signature is good, but its time is outside the limit.</source>
        <translation>签名有效，但时间超出限制。</translation>
    </message>
    <message>
        <source>No signature came with it; the sender may have no secret set.</source>
        <translation>未附带签名；发送方可能没有设置密钥。</translation>
    </message>
    <message>
        <source>The signature could not be read.</source>
        <translation>无法读取签名。</translation>
    </message>
    <message>
        <source>It could not be verified; the Signature tab says why.</source>
        <translation>无法验证；原因见“签名”选项卡。</translation>
    </message>
    <message>
        <source>Nothing is verified: its endpoint has no provider set.</source>
        <translation>未进行验证：其端点没有设置提供商。</translation>
    </message>
    <message>
        <source>This looks like %1, and nothing is verified yet: choose the event and add the secret.</source>
        <translation>这看起来像 %1，但尚未验证：请选择该事件并添加密钥。</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Invalid</source>
        <translation>无效</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Unsigned</source>
        <translation>未签名</translation>
    </message>
    <message>
        <source>Malformed</source>
        <translation>格式错误</translation>
    </message>
    <message>
        <source>Unverified</source>
        <translation>未验证</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>不完整</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>%1
UTC: %2</source>
        <translation>%1
UTC：%2</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 字节</translation>
    </message>
    <message>
        <source>Answered with %1</source>
        <translation>已响应 %1</translation>
    </message>
    <message>
        <source>No answer was sent</source>
        <translation>未发送响应</translation>
    </message>
    <message>
        <source>Signature: %1</source>
        <translation>签名：%1</translation>
    </message>
    <message>
        <source>Save a copy of the workspace</source>
        <translation>保存工作区副本</translation>
    </message>
    <message>
        <source>Workspaces (*.creel)</source>
        <translation>工作区 (*.creel)</translation>
    </message>
    <message>
        <source>&amp;New workspace…</source>
        <translation>新建工作区(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Open workspace…</source>
        <translation>打开工作区(&amp;O)…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>打开最近的工作区(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save a copy…</source>
        <translation>保存副本(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Compact workspace</source>
        <translation>压缩工作区(&amp;C)</translation>
    </message>
    <message>
        <source>C&amp;lose window</source>
        <translation>关闭窗口(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤消(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy as c&amp;url</source>
        <translation>复制为 curl(&amp;U)</translation>
    </message>
    <message>
        <source>Select &amp;all events</source>
        <translation>选择所有事件(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Find events</source>
        <translation>查找事件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>首选项(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Follow newest</source>
        <translation>跟随最新事件(&amp;F)</translation>
    </message>
    <message>
        <source>Show &amp;newest</source>
        <translation>显示最新事件(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Side bar</source>
        <translation>侧边栏(&amp;S)</translation>
    </message>
    <message>
        <source>Show se&amp;crets</source>
        <translation>显示密钥(&amp;C)</translation>
    </message>
    <message>
        <source>Details where there is &amp;room</source>
        <translation>自动选择详情位置(&amp;R)</translation>
    </message>
    <message>
        <source>Details on the &amp;right</source>
        <translation>详情在右侧(&amp;R)</translation>
    </message>
    <message>
        <source>Details &amp;below</source>
        <translation>详情在下方(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Body</source>
        <translation>正文(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Headers</source>
        <translation>标头(&amp;H)</translation>
    </message>
    <message>
        <source>Si&amp;gnature</source>
        <translation>签名(&amp;G)</translation>
    </message>
    <message>
        <source>R&amp;esponse</source>
        <translation>响应(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Next event</source>
        <translation>下一个事件(&amp;N)</translation>
    </message>
    <message>
        <source>Pre&amp;vious event</source>
        <translation>上一个事件(&amp;V)</translation>
    </message>
    <message>
        <source>Peek at the &amp;body</source>
        <translation>速览正文(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Pin or unpin</source>
        <translation>固定或取消固定(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Tag…</source>
        <translation>标签(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>Start or stop &amp;listening</source>
        <translation>开始或停止监听(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Copy the address</source>
        <translation>复制地址(&amp;C)</translation>
    </message>
    <message>
        <source>Address copied</source>
        <translation>地址已复制</translation>
    </message>
    <message>
        <source>Signature &amp;schemes…</source>
        <translation>签名方案(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;New endpoint…</source>
        <translation>新建端点(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Edit endpoint…</source>
        <translation>编辑端点(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Delete endpoint</source>
        <translation>删除端点(&amp;D)</translation>
    </message>
    <message>
        <source>Show &amp;log</source>
        <translation>显示日志(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;About Creel</source>
        <translation>关于 Creel(&amp;A)</translation>
    </message>
    <message>
        <source>The export was canceled.</source>
        <translation>导出已取消。</translation>
    </message>
    <message>
        <source>This is not JSON: it breaks off at byte %1.</source>
        <translation>这不是 JSON：在第 %1 字节处中断。</translation>
    </message>
    <message>
        <source>Each of &quot;headers&quot; and &quot;names&quot; is an object with the lists &quot;added&quot; and &quot;removed&quot;.</source>
        <translation>&quot;headers&quot; 和 &quot;names&quot; 各为一个对象，包含列表 &quot;added&quot; 和 &quot;removed&quot;。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is none of the lists &quot;added&quot; and &quot;removed&quot;.</source>
        <translation>“%1” 不是列表 &quot;added&quot; 或 &quot;removed&quot;。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be the name of a header or value.</source>
        <translation>“%1” 不能作为标头或值的名称。</translation>
    </message>
    <message>
        <source>Cannot write the mask rules to &quot;%1&quot;: %2.</source>
        <translation>无法将遮盖规则写入 “%1”：%2。</translation>
    </message>
    <message>
        <source>The document is no JSON object.</source>
        <translation>文档不是 JSON 对象。</translation>
    </message>
    <message>
        <source>The member &quot;%1&quot; is unknown.</source>
        <translation>成员 “%1” 未知。</translation>
    </message>
    <message>
        <source>Cannot read the mask rules in &quot;%1&quot;: %2.</source>
        <translation>无法读取 “%1” 中的遮盖规则：%2。</translation>
    </message>
    <message>
        <source>The mask rules in &quot;%1&quot; are longer than 1 MiB.</source>
        <translation>“%1” 中的遮盖规则超过 1 MiB。</translation>
    </message>
    <message>
        <source>The mask rules in &quot;%1&quot; cannot be read: %2 Correct or delete the file.</source>
        <translation>无法读取 “%1” 中的遮盖规则：%2 请更正或删除该文件。</translation>
    </message>
    <message>
        <source>The member &quot;%1&quot; cannot be read.</source>
        <translation>无法读取成员 “%1”。</translation>
    </message>
    <message>
        <source>This is no event: it has neither &quot;head_base64&quot; nor &quot;method&quot;.</source>
        <translation>这不是事件：它既没有 &quot;head_base64&quot; 也没有 &quot;method&quot;。</translation>
    </message>
    <message>
        <source>The decoded body is larger than the limit of %1 bytes</source>
        <translation>解码后的正文超过 %1 字节的限制</translation>
    </message>
    <message>
        <source>The body is not valid %1 (byte %2)</source>
        <translation>正文不是有效的 %1（第 %2 字节）</translation>
    </message>
    <message>
        <source>The body is encoded as &quot;%1&quot;, which Creel cannot decode: it shows the bytes as they came</source>
        <translation>正文的编码为 “%1”，Creel 无法解码：按收到的原样显示字节</translation>
    </message>
    <message>
        <source>The body is encoded more than five times</source>
        <translation>正文的编码超过五层</translation>
    </message>
    <message>
        <source>The %1 data of the body are cut off (byte %2)</source>
        <translation>正文的 %1 数据被截断（第 %2 字节）</translation>
    </message>
    <message>
        <source>Content-Type names no valid boundary, so the parts cannot be told apart (byte %1)</source>
        <translation>Content-Type 未给出有效的 boundary，无法区分各部分（第 %1 字节）</translation>
    </message>
    <message>
        <source>The body has no line with the boundary (byte %1)</source>
        <translation>正文中没有含 boundary 的行（第 %1 字节）</translation>
    </message>
    <message>
        <source>The last part does not end with the boundary (byte %1)</source>
        <translation>最后一部分没有以 boundary 结束（第 %1 字节）</translation>
    </message>
    <message>
        <source>The headers of a part are not valid (byte %1)</source>
        <translation>某一部分的标头无效（第 %1 字节）</translation>
    </message>
    <message>
        <source>The headers of a part are larger than the limit (byte %1)</source>
        <translation>某一部分的标头超过大小限制（第 %1 字节）</translation>
    </message>
    <message>
        <source>There are more parts than the limit allows (byte %1)</source>
        <translation>部分的数量超过限制（第 %1 字节）</translation>
    </message>
    <message>
        <source>TLS on a plain port: the sender speaks https, use http:// (byte %1)</source>
        <translation>在普通端口上使用了 TLS：发送方使用 https，请改用 http://（第 %1 字节）</translation>
    </message>
    <message>
        <source>HTTP/2 without upgrade: the sender must use HTTP/1.1 (byte %1)</source>
        <translation>未经升级的 HTTP/2：发送方必须使用 HTTP/1.1（第 %1 字节）</translation>
    </message>
    <message>
        <source>The request does not begin with a method (byte %1)</source>
        <translation>请求没有以方法开头（第 %1 字节）</translation>
    </message>
    <message>
        <source>The request line has no valid target (byte %1)</source>
        <translation>请求行没有有效的目标（第 %1 字节）</translation>
    </message>
    <message>
        <source>The start line has no valid HTTP version (byte %1)</source>
        <translation>起始行没有有效的 HTTP 版本（第 %1 字节）</translation>
    </message>
    <message>
        <source>The HTTP version is neither 1.0 nor 1.1 (byte %1)</source>
        <translation>HTTP 版本既不是 1.0 也不是 1.1（第 %1 字节）</translation>
    </message>
    <message>
        <source>The status line is not valid (byte %1)</source>
        <translation>状态行无效（第 %1 字节）</translation>
    </message>
    <message>
        <source>A line ends in LF without CR (byte %1)</source>
        <translation>某行以 LF 结尾而没有 CR（第 %1 字节）</translation>
    </message>
    <message>
        <source>A CR stands without LF (byte %1)</source>
        <translation>CR 之后没有 LF（第 %1 字节）</translation>
    </message>
    <message>
        <source>The first header line begins with a blank (byte %1)</source>
        <translation>第一个标头行以空白开头（第 %1 字节）</translation>
    </message>
    <message>
        <source>A header is folded over two lines, which HTTP/1.1 has withdrawn (byte %1)</source>
        <translation>标头折成了两行，HTTP/1.1 已废除这种写法（第 %1 字节）</translation>
    </message>
    <message>
        <source>A header name is empty or has a character that is not allowed (byte %1)</source>
        <translation>标头名称为空或含有不允许的字符（第 %1 字节）</translation>
    </message>
    <message>
        <source>A blank stands between a header name and its colon (byte %1)</source>
        <translation>标头名称与冒号之间有空白（第 %1 字节）</translation>
    </message>
    <message>
        <source>A header line has no colon (byte %1)</source>
        <translation>标头行没有冒号（第 %1 字节）</translation>
    </message>
    <message>
        <source>A header value has a control character (byte %1)</source>
        <translation>标头值含有控制字符（第 %1 字节）</translation>
    </message>
    <message>
        <source>An HTTP/1.1 request must have a Host header (byte %1)</source>
        <translation>HTTP/1.1 请求必须有 Host 标头（第 %1 字节）</translation>
    </message>
    <message>
        <source>The request has more than one Host header (byte %1)</source>
        <translation>请求有多个 Host 标头（第 %1 字节）</translation>
    </message>
    <message>
        <source>The Host header is not a host and port (byte %1)</source>
        <translation>Host 标头不是主机和端口（第 %1 字节）</translation>
    </message>
    <message>
        <source>Content-Length is not a decimal number in range (byte %1)</source>
        <translation>Content-Length 不是范围内的十进制数（第 %1 字节）</translation>
    </message>
    <message>
        <source>Two Content-Length headers differ (byte %1)</source>
        <translation>两个 Content-Length 标头不一致（第 %1 字节）</translation>
    </message>
    <message>
        <source>Content-Length and Transfer-Encoding are both there, as in request smuggling (byte %1)</source>
        <translation>Content-Length 和 Transfer-Encoding 同时存在，与请求走私相同（第 %1 字节）</translation>
    </message>
    <message>
        <source>Transfer-Encoding is something else than &quot;chunked&quot; (byte %1)</source>
        <translation>Transfer-Encoding 不是 &quot;chunked&quot;（第 %1 字节）</translation>
    </message>
    <message>
        <source>Transfer-Encoding is not allowed in HTTP/1.0 (byte %1)</source>
        <translation>HTTP/1.0 中不允许 Transfer-Encoding（第 %1 字节）</translation>
    </message>
    <message>
        <source>The Connection header is not a list of tokens (byte %1)</source>
        <translation>Connection 标头不是 token 列表（第 %1 字节）</translation>
    </message>
    <message>
        <source>A chunk size is not a hexadecimal number in range (byte %1)</source>
        <translation>分块大小不是范围内的十六进制数（第 %1 字节）</translation>
    </message>
    <message>
        <source>A chunk extension is not valid (byte %1)</source>
        <translation>分块扩展无效（第 %1 字节）</translation>
    </message>
    <message>
        <source>The line of a chunk size is over 4 KB long (byte %1)</source>
        <translation>分块大小所在的行超过 4 KB（第 %1 字节）</translation>
    </message>
    <message>
        <source>The data of a chunk does not end where its size says (byte %1)</source>
        <translation>分块数据的结尾与其大小不符（第 %1 字节）</translation>
    </message>
    <message>
        <source>Host, Content-Length and Transfer-Encoding are not allowed in a trailer (byte %1)</source>
        <translation>尾部中不允许 Host、Content-Length 和 Transfer-Encoding（第 %1 字节）</translation>
    </message>
    <message>
        <source>The headers are larger than the limit (byte %1)</source>
        <translation>标头超过大小限制（第 %1 字节）</translation>
    </message>
    <message>
        <source>There are more headers than the limit allows (byte %1)</source>
        <translation>标头数量超过限制（第 %1 字节）</translation>
    </message>
    <message>
        <source>The body is larger than the limit (byte %1)</source>
        <translation>正文超过大小限制（第 %1 字节）</translation>
    </message>
    <message>
        <source>The connection ended within the message (byte %1)</source>
        <translation>连接在消息中途结束（第 %1 字节）</translation>
    </message>
    <message>
        <source>The URL does not begin with http:// or https:// (byte %1)</source>
        <translation>URL 没有以 http:// 或 https:// 开头（第 %1 字节）</translation>
    </message>
    <message>
        <source>The URL has a blank or a control character; write it as %XX (byte %1)</source>
        <translation>URL 含有空白或控制字符；请写成 %XX（第 %1 字节）</translation>
    </message>
    <message>
        <source>The URL has no valid host (byte %1)</source>
        <translation>URL 没有有效的主机（第 %1 字节）</translation>
    </message>
    <message>
        <source>The port of the URL is not a number from 1 to 65535 (byte %1)</source>
        <translation>URL 的端口不是 1 到 65535 之间的数字（第 %1 字节）</translation>
    </message>
    <message>
        <source>There is no value.</source>
        <translation>没有值。</translation>
    </message>
    <message>
        <source>The text ends inside a value.</source>
        <translation>文本在值的中途结束。</translation>
    </message>
    <message>
        <source>No JSON value starts like this.</source>
        <translation>没有 JSON 值以此开头。</translation>
    </message>
    <message>
        <source>This is not a JSON number.</source>
        <translation>这不是 JSON 数字。</translation>
    </message>
    <message>
        <source>Only true, false and null are words of JSON.</source>
        <translation>JSON 中只有 true、false 和 null 是单词。</translation>
    </message>
    <message>
        <source>There is no such escape in a JSON string.</source>
        <translation>JSON 字符串中没有这种转义。</translation>
    </message>
    <message>
        <source>A control character stands in a string without an escape.</source>
        <translation>字符串中有未转义的控制字符。</translation>
    </message>
    <message>
        <source>A member&apos;s name in double quotes is expected.</source>
        <translation>此处应为双引号中的成员名称。</translation>
    </message>
    <message>
        <source>A colon is expected after a member&apos;s name.</source>
        <translation>成员名称之后应为冒号。</translation>
    </message>
    <message>
        <source>A comma or the end of the array or object is expected.</source>
        <translation>此处应为逗号，或数组、对象的结尾。</translation>
    </message>
    <message>
        <source>This bracket closes what was not opened.</source>
        <translation>此括号没有对应的开括号。</translation>
    </message>
    <message>
        <source>A comma stands before the end of an array or object.</source>
        <translation>数组或对象的结尾之前有逗号。</translation>
    </message>
    <message>
        <source>More than 1024 arrays and objects stand in each other.</source>
        <translation>数组和对象的嵌套超过 1024 层。</translation>
    </message>
    <message>
        <source>Something follows the end of the JSON value.</source>
        <translation>JSON 值结束之后还有内容。</translation>
    </message>
    <message>
        <source>A string has bytes that are not UTF-8.</source>
        <translation>字符串中有非 UTF-8 的字节。</translation>
    </message>
    <message>
        <source>A string has half of a surrogate pair.</source>
        <translation>字符串中有半个代理对。</translation>
    </message>
    <message>
        <source>Port %1 on %2 is taken by %3. Stop it, or choose another port.</source>
        <translation>%2 上的端口 %1 已被 %3 占用。请停止该程序，或选择其他端口。</translation>
    </message>
    <message>
        <source>Port %1 on %2 is taken by another program. Choose another port.</source>
        <translation>%2 上的端口 %1 已被其他程序占用。请选择其他端口。</translation>
    </message>
    <message>
        <source>This user may not listen on port %1 of %2. Choose a port above 1023.</source>
        <translation>当前用户无权监听 %2 的端口 %1。请选择大于 1023 的端口。</translation>
    </message>
    <message>
        <source>Could not listen on port %1 of %2: %3. Check the address in the settings.</source>
        <translation>无法监听 %2 的端口 %1：%3。请检查设置中的地址。</translation>
    </message>
    <message>
        <source>`%1` is no IP address. Use one such as 127.0.0.1 or 0.0.0.0.</source>
        <translation>`%1` 不是 IP 地址。请使用 127.0.0.1 或 0.0.0.0 之类的地址。</translation>
    </message>
    <message>
        <source>The body is larger than 1 MiB and this scheme needs it as a whole: it is verified from the store.</source>
        <translation>正文大于 1 MiB，而此签名方案需要完整正文：将从存储中验证。</translation>
    </message>
    <message>
        <source>The receiver was stopped before the request ended.</source>
        <translation>接收器在请求结束之前已停止。</translation>
    </message>
    <message>
        <source>The connection broke before the request ended.</source>
        <translation>连接在请求结束之前断开。</translation>
    </message>
    <message>
        <source>The head of the request took longer than the time limit.</source>
        <translation>请求头用时超过时限。</translation>
    </message>
    <message>
        <source>The body of the request made no progress within the time limit.</source>
        <translation>请求正文在时限内没有进展。</translation>
    </message>
    <message>
        <source>The sender closed the connection before the request ended.</source>
        <translation>发送方在请求结束之前关闭了连接。</translation>
    </message>
    <message>
        <source>Too many connections are open.</source>
        <translation>打开的连接过多。</translation>
    </message>
    <message>
        <source>%1 (process %2)</source>
        <translation>%1（进程 %2）</translation>
    </message>
    <message>
        <source>Could not listen: too many files are open. Close other programs.</source>
        <translation>无法监听：打开的文件过多。请关闭其他程序。</translation>
    </message>
    <message>
        <source>The event was not stored: there is no room left.</source>
        <translation>事件未存储：没有剩余空间。</translation>
    </message>
    <message>
        <source>The event could not be stored.</source>
        <translation>无法存储事件。</translation>
    </message>
    <message>
        <source>There is no system keychain to keep secrets in (%1). %2</source>
        <translation>没有可以保存密钥的系统密钥链 (%1)。%2</translation>
    </message>
    <message>
        <source>The system keychain did not answer within %1 seconds. Unlock it (a prompt may be hidden behind other windows) and try again. %2</source>
        <translation>系统密钥链在 %1 秒内未响应。请将其解锁（提示可能被其他窗口遮住），然后重试。%2</translation>
    </message>
    <message>
        <source>The system keychain is locked or refused the request (%1). Unlock it and try again. %2</source>
        <translation>系统密钥链已锁定或拒绝了请求 (%1)。请将其解锁，然后重试。%2</translation>
    </message>
    <message>
        <source>The keychain holds no value for this secret. Enter the secret again.</source>
        <translation>密钥链中没有此密钥的值。请重新输入密钥。</translation>
    </message>
    <message>
        <source>The secret is larger than %1 KB; check what was pasted.</source>
        <translation>密钥大于 %1 KB；请检查粘贴的内容。</translation>
    </message>
    <message>
        <source>No value is held for this secret. Enter the secret again.</source>
        <translation>没有保存此密钥的值。请重新输入密钥。</translation>
    </message>
    <message>
        <source>Can&apos;t read the secret from %1: %2</source>
        <translation>无法从 %1 读取密钥：%2</translation>
    </message>
    <message>
        <source>%1 is larger than 1 MB and can&apos;t be a secret.</source>
        <translation>%1 大于 1 MB，不可能是密钥。</translation>
    </message>
    <message>
        <source>%1 is empty and holds no secret.</source>
        <translation>%1 为空，不含密钥。</translation>
    </message>
    <message>
        <source>The environment variable %1 is not set.</source>
        <translation>未设置环境变量 %1。</translation>
    </message>
    <message>
        <source>The environment variable %1 is empty.</source>
        <translation>环境变量 %1 为空。</translation>
    </message>
    <message>
        <source>There is no D-Bus session, so no keychain can be reached.</source>
        <translation>没有 D-Bus 会话，因此无法访问密钥链。</translation>
    </message>
    <message>
        <source>Check the Credential Manager in the Control Panel.</source>
        <translation>请检查控制面板中的凭据管理器。</translation>
    </message>
    <message>
        <source>Unlock the login keychain in Keychain Access.</source>
        <translation>请在“钥匙串访问”中解锁登录钥匙串。</translation>
    </message>
    <message>
        <source>Install libsecret-1-0 and gnome-keyring (or another Secret Service such as KeePassXC or KWallet) and sign in to a desktop session, or give secrets by an environment variable or a file.</source>
        <translation>请安装 libsecret-1-0 和 gnome-keyring（或其他 Secret Service，例如 KeePassXC 或 KWallet）并登录桌面会话，或通过环境变量或文件提供密钥。</translation>
    </message>
    <message>
        <source>Verifies one webhook by the scheme &quot;%1&quot;. The body is the raw body: never parse it and write it again first.</source>
        <translation>按签名方案 “%1” 验证一个 Webhook。正文必须是原始正文：切勿先解析再重新写出。</translation>
    </message>
    <message>
        <source>An object is expected here.</source>
        <translation>此处应为对象。</translation>
    </message>
    <message>
        <source>This is not JSON.</source>
        <translation>这不是 JSON。</translation>
    </message>
    <message>
        <source>A list is expected here.</source>
        <translation>此处应为列表。</translation>
    </message>
    <message>
        <source>A text is expected here.</source>
        <translation>此处应为文本。</translation>
    </message>
    <message>
        <source>true or false is expected here.</source>
        <translation>此处应为 true 或 false。</translation>
    </message>
    <message>
        <source>A number of seconds or null is expected here.</source>
        <translation>此处应为秒数或 null。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not known here.</source>
        <translation>“%1” 在此处未知。</translation>
    </message>
    <message>
        <source>The algorithm &quot;%1&quot; is not known.</source>
        <translation>算法 “%1” 未知。</translation>
    </message>
    <message>
        <source>The encoding &quot;%1&quot; is not known.</source>
        <translation>编码 “%1” 未知。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a place: header:NAME, json:/pointer, form:NAME, query:NAME or sig:KEY.</source>
        <translation>“%1” 不是位置：header:NAME、json:/pointer、form:NAME、query:NAME 或 sig:KEY。</translation>
    </message>
    <message>
        <source>The variable {%1} is not known.</source>
        <translation>变量 {%1} 未知。</translation>
    </message>
    <message>
        <source>A pair of a name and a template is expected here.</source>
        <translation>此处应为名称和模板组成的对。</translation>
    </message>
    <message>
        <source>The member &quot;%1&quot; is not known.</source>
        <translation>成员 “%1” 未知。</translation>
    </message>
    <message>
        <source>The secret does not start with &quot;%1&quot;.</source>
        <translation>密钥没有以 “%1” 开头。</translation>
    </message>
    <message>
        <source>The secret is not hexadecimal, as this scheme wants it.</source>
        <translation>密钥不是此签名方案要求的十六进制。</translation>
    </message>
    <message>
        <source>The secret is not base64, as this scheme wants it.</source>
        <translation>密钥不是此签名方案要求的 base64。</translation>
    </message>
    <message>
        <source>The key is empty or too long.</source>
        <translation>密钥为空或太长。</translation>
    </message>
    <message>
        <source>This is not a key that can be read: PEM, a certificate, JWKS, base64 or hexadecimal.</source>
        <translation>这不是可以读取的密钥：PEM、证书、JWKS、base64 或十六进制。</translation>
    </message>
    <message>
        <source>The secret is empty.</source>
        <translation>密钥为空。</translation>
    </message>
    <message>
        <source>Something that is signed is absent: %1.</source>
        <translation>缺少签名涵盖的内容：%1。</translation>
    </message>
    <message>
        <source>The signature does not have the form that the scheme expects.</source>
        <translation>签名的形式不符合签名方案的要求。</translation>
    </message>
    <message>
        <source>None of the signatures is for the own public key.</source>
        <translation>没有任何签名对应自己的公钥。</translation>
    </message>
    <message>
        <source>The body has no form field &quot;%1&quot;.</source>
        <translation>正文没有表单字段 “%1”。</translation>
    </message>
    <message>
        <source>The setting &quot;%1&quot; is needed to sign with this scheme.</source>
        <translation>用此签名方案签名需要设置 “%1”。</translation>
    </message>
    <message>
        <source>The body is not what this scheme signs.</source>
        <translation>正文不是此签名方案所签名的内容。</translation>
    </message>
    <message>
        <source>The body has nothing to sign at %1.</source>
        <translation>正文在 %1 处没有可签名的内容。</translation>
    </message>
    <message>
        <source>Not every item has a signature that can be read.</source>
        <translation>并非每个项目都有可读取的签名。</translation>
    </message>
    <message>
        <source>Not every notification has a client state.</source>
        <translation>并非每个通知都有 client state。</translation>
    </message>
    <message>
        <source>The SignatureVersion is neither 1 nor 2.</source>
        <translation>SignatureVersion 既不是 1 也不是 2。</translation>
    </message>
    <message>
        <source>The body is not a JSON object, so the signature has no place in it.</source>
        <translation>正文不是 JSON 对象，因此签名在其中没有位置。</translation>
    </message>
    <message>
        <source>The body has no multipart field &quot;json&quot; with an event.</source>
        <translation>正文没有含事件的 multipart 字段 &quot;json&quot;。</translation>
    </message>
    <message>
        <source>The token was issued by somebody else (claim &quot;iss&quot;).</source>
        <translation>令牌由其他人签发（声明 &quot;iss&quot;）。</translation>
    </message>
    <message>
        <source>The token is for another URL (claim &quot;sub&quot;).</source>
        <translation>令牌用于其他 URL（声明 &quot;sub&quot;）。</translation>
    </message>
    <message>
        <source>The token is for another audience (claim &quot;aud&quot;).</source>
        <translation>令牌用于其他受众（声明 &quot;aud&quot;）。</translation>
    </message>
    <message>
        <source>The claim &quot;%1&quot; of the token is not true.</source>
        <translation>令牌的声明 “%1” 不属实。</translation>
    </message>
    <message>
        <source>The token does not cover the body: it has no claim &quot;%1&quot;.</source>
        <translation>令牌未涵盖正文：它没有声明 “%1”。</translation>
    </message>
    <message>
        <source>The body is not the one that was signed: the hash in the claim &quot;%1&quot; is another.</source>
        <translation>正文不是签名时的正文：声明 “%1” 中的哈希不同。</translation>
    </message>
    <message>
        <source>The URL is not the one that was signed (claim &quot;%1&quot;).</source>
        <translation>URL 不是签名时的 URL（声明 “%1”）。</translation>
    </message>
    <message>
        <source>Method, path or query are not what was signed (claim &quot;%1&quot;).</source>
        <translation>方法、路径或查询与签名时不同（声明 “%1”）。</translation>
    </message>
    <message>
        <source>The token is not a JWT that can be read.</source>
        <translation>令牌不是可读取的 JWT。</translation>
    </message>
    <message>
        <source>The token has no claim &quot;%1&quot; that can be read.</source>
        <translation>令牌没有可读取的声明 “%1”。</translation>
    </message>
    <message>
        <source>The token names the algorithm &quot;%1&quot;, which this scheme does not allow.</source>
        <translation>令牌指定的算法 “%1” 不被此签名方案允许。</translation>
    </message>
    <message>
        <source>Signing needs the private key, of the type that the scheme uses.</source>
        <translation>签名需要私钥，且类型须与签名方案一致。</translation>
    </message>
    <message>
        <source>The body is not the one that was signed: Content-Digest is another.</source>
        <translation>正文不是签名时的正文：Content-Digest 不同。</translation>
    </message>
    <message>
        <source>Content-Digest has no digest that is known: sha-256 or sha-512.</source>
        <translation>Content-Digest 没有已知的摘要：sha-256 或 sha-512。</translation>
    </message>
    <message>
        <source>Signature-Input has no member &quot;%1&quot;.</source>
        <translation>Signature-Input 没有成员 “%1”。</translation>
    </message>
    <message>
        <source>Something that is to be signed is absent: %1.</source>
        <translation>缺少要签名的内容：%1。</translation>
    </message>
    <message>
        <source>Signature-Input can&apos;t be read.</source>
        <translation>无法读取 Signature-Input。</translation>
    </message>
    <message>
        <source>The signature can&apos;t be decoded: it is not written in %1.</source>
        <translation>无法解码签名：其编码不是 %1。</translation>
    </message>
    <message>
        <source>The signature names the algorithm &quot;%1&quot;, which this scheme does not allow.</source>
        <translation>签名指定的算法 “%1” 不被此签名方案允许。</translation>
    </message>
    <message>
        <source>The query parameter bodySHA256 is not the SHA-256 of the body.</source>
        <translation>查询参数 bodySHA256 不是正文的 SHA-256。</translation>
    </message>
    <message>
        <source>The timestamp is absent: %1.</source>
        <translation>缺少时间戳：%1。</translation>
    </message>
    <message>
        <source>The timestamp can&apos;t be read: %1.</source>
        <translation>无法读取时间戳：%1。</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a place.</source>
        <translation>“%1” 不是位置。</translation>
    </message>
    <message>
        <source>&quot;id&quot; is absent or not made of a-z, 0-9, &quot;-&quot;, &quot;_&quot; and &quot;.&quot;.</source>
        <translation>缺少 &quot;id&quot;，或它不是由 a-z、0-9、&quot;-&quot;、&quot;_&quot; 和 &quot;.&quot; 组成。</translation>
    </message>
    <message>
        <source>&quot;name&quot; is absent.</source>
        <translation>缺少 &quot;name&quot;。</translation>
    </message>
    <message>
        <source>The kind &quot;%1&quot; is not known.</source>
        <translation>种类 “%1” 未知。</translation>
    </message>
    <message>
        <source>&quot;signature&quot; is absent: the places where the signature stands.</source>
        <translation>缺少 &quot;signature&quot;：签名所在的位置。</translation>
    </message>
    <message>
        <source>&quot;content&quot; is absent: the template of what is signed.</source>
        <translation>缺少 &quot;content&quot;：签名内容的模板。</translation>
    </message>
    <message>
        <source>&quot;jwt&quot; must name its algorithms, and &quot;none&quot; is not one.</source>
        <translation>&quot;jwt&quot; 必须指定其算法，且不能是 &quot;none&quot;。</translation>
    </message>
    <message>
        <source>The file is too large for a scheme.</source>
        <translation>文件太大，不可能是签名方案。</translation>
    </message>
    <message>
        <source>This is not a JSON object.</source>
        <translation>这不是 JSON 对象。</translation>
    </message>
    <message>
        <source>Something stands behind the object.</source>
        <translation>对象之后还有内容。</translation>
    </message>
    <message>
        <source>This is not a list of schemes.</source>
        <translation>这不是签名方案列表。</translation>
    </message>
    <message>
        <source>%1 does not sign its webhooks.</source>
        <translation>%1 不对其 Webhook 签名。</translation>
    </message>
    <message>
        <source>There is no signature: %1 is absent.</source>
        <translation>没有签名：缺少 %1。</translation>
    </message>
    <message>
        <source>The setting &quot;%1&quot; can&apos;t be read: %2.</source>
        <translation>无法读取设置 “%1”：%2。</translation>
    </message>
    <message>
        <source>The signature is right.</source>
        <translation>签名正确。</translation>
    </message>
    <message>
        <source>The signature does not match under any of the secrets.</source>
        <translation>签名与任何密钥都不匹配。</translation>
    </message>
    <message>
        <source>The secret does not suit the algorithm of the scheme.</source>
        <translation>密钥不适用于签名方案的算法。</translation>
    </message>
    <message>
        <source>The key can&apos;t make a signature.</source>
        <translation>该密钥无法生成签名。</translation>
    </message>
    <message>
        <source>No key pair can be made here.</source>
        <translation>此处无法生成密钥对。</translation>
    </message>
    <message>
        <source>The sender may have no secret set: without one, many do not sign.</source>
        <translation>发送方可能没有设置密钥：许多发送方没有密钥就不签名。</translation>
    </message>
    <message>
        <source>There is no secret to verify with.</source>
        <translation>没有可用于验证的密钥。</translation>
    </message>
    <message>
        <source>This draft is no longer there.</source>
        <translation>此草稿已不存在。</translation>
    </message>
    <message>
        <source>The path %1 does not begin with a slash.</source>
        <translation>路径 %1 没有以斜杠开头。</translation>
    </message>
    <message>
        <source>There is an endpoint with the path %1 already.</source>
        <translation>路径为 %1 的端点已存在。</translation>
    </message>
    <message>
        <source>The endpoint / catches every path: it can&apos;t be given another one.</source>
        <translation>端点 / 接收所有路径：不能更改其路径。</translation>
    </message>
    <message>
        <source>Another secret of this workspace is called %1.</source>
        <translation>此工作区中已有名为 %1 的密钥。</translation>
    </message>
    <message>
        <source>This endpoint is no longer there.</source>
        <translation>此端点已不存在。</translation>
    </message>
    <message>
        <source>The endpoint / catches every path and can&apos;t be deleted.</source>
        <translation>端点 / 接收所有路径，不能删除。</translation>
    </message>
    <message>
        <source>This event is no longer there.</source>
        <translation>此事件已不存在。</translation>
    </message>
    <message>
        <source>An earlier part of this body could not be written.</source>
        <translation>此正文前面的部分无法写入。</translation>
    </message>
    <message>
        <source>%1 is a database of another program, not a Creel workspace.</source>
        <translation>%1 是其他程序的数据库，不是 Creel 工作区。</translation>
    </message>
    <message>
        <source>%1 was made by a newer version of Creel. Install that version to open it.</source>
        <translation>%1 由更新版本的 Creel 创建。请安装该版本以打开它。</translation>
    </message>
    <message>
        <source>The copy %1, which is kept before a change of the file, can&apos;t be written.</source>
        <translation>无法写入副本 %1，该副本在更改文件之前保留。</translation>
    </message>
    <message>
        <source>%1 is empty: there is no workspace in it.</source>
        <translation>%1 为空：其中没有工作区。</translation>
    </message>
    <message>
        <source>%1 was made by an older version of Creel. Open it once where it can be written.</source>
        <translation>%1 由旧版本的 Creel 创建。请先在可写的位置打开一次。</translation>
    </message>
    <message>
        <source>There is no room left for %1. Free some space: catching goes on by itself.</source>
        <translation>%1 没有剩余空间。请释放一些空间：接收会自动继续。</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written: it is read-only.</source>
        <translation>无法写入 %1：它是只读的。</translation>
    </message>
    <message>
        <source>The disk that holds %1 does not work as it should (%2).</source>
        <translation>存放 %1 的磁盘工作不正常 (%2)。</translation>
    </message>
    <message>
        <source>%1 can&apos;t be opened (%2). Look at its folder and rights.</source>
        <translation>无法打开 %1 (%2)。请检查其文件夹和权限。</translation>
    </message>
    <message>
        <source>%1 is not a Creel workspace.</source>
        <translation>%1 不是 Creel 工作区。</translation>
    </message>
    <message>
        <source>%1 is damaged (%2). It was left as it is; open a copy of it.</source>
        <translation>%1 已损坏 (%2)。文件保持原样；请打开它的副本。</translation>
    </message>
    <message>
        <source>%1 is in use by another program, which does not let go of it.</source>
        <translation>%1 正被其他程序使用，且未被释放。</translation>
    </message>
    <message>
        <source>Reading %1 was stopped.</source>
        <translation>已停止读取 %1。</translation>
    </message>
    <message>
        <source>The workspace %1 could not do this (%2).</source>
        <translation>工作区 %1 无法执行此操作 (%2)。</translation>
    </message>
    <message>
        <source>There is no workspace %1.</source>
        <translation>没有工作区 %1。</translation>
    </message>
    <message>
        <source>%1 can&apos;t be made (%2). Look at its folder and rights.</source>
        <translation>无法创建 %1 (%2)。请检查其文件夹和权限。</translation>
    </message>
    <message>
        <source>%1 is on a read-only medium and can&apos;t be copied to %2.</source>
        <translation>%1 位于只读介质上，且无法复制到 %2。</translation>
    </message>
    <message>
        <source>%1 is on a read-only medium and was not closed well: a temporary copy of it is shown.</source>
        <translation>%1 位于只读介质上且未正常关闭：显示的是它的临时副本。</translation>
    </message>
    <message>
        <source>%1 was opened for reading only: nothing can be changed in it.</source>
        <translation>%1 以只读方式打开：无法更改其中的任何内容。</translation>
    </message>
    <message>
        <source>The copy %1 can&apos;t be written. Look at its folder and rights.</source>
        <translation>无法写入副本 %1。请检查其文件夹和权限。</translation>
    </message>
    <message>
        <source>Creel ended while this request was arriving.</source>
        <translation>此请求到达期间 Creel 已结束。</translation>
    </message>
    <message>
        <source>On a kept connection to %1.</source>
        <translation>使用到 %1 的保持的连接。</translation>
    </message>
    <message>
        <source>Connected to %1.</source>
        <translation>已连接到 %1。</translation>
    </message>
    <message>
        <source>Encrypted by %1 with %2.</source>
        <translation>由 %1 加密，使用 %2。</translation>
    </message>
    <message>
        <source>Certificate: %1</source>
        <translation>证书：%1</translation>
    </message>
    <message>
        <source>An interim answer %1 came first.</source>
        <translation>先收到了临时响应 %1。</translation>
    </message>
    <message>
        <source>Followed a redirect (%1) from %2 to %3.</source>
        <translation>已跟随重定向 (%1)：从 %2 到 %3。</translation>
    </message>
    <message>
        <source>The form of the body &quot;%1&quot; is not known.</source>
        <translation>未知的正文形式“%1”。</translation>
    </message>
    <message>
        <source>Handshake</source>
        <translation>握手</translation>
    </message>
    <message>
        <source>A provider&apos;s check that this URL is yours; Creel answered it.</source>
        <translation>提供方验证此 URL 归您所有；Creel 已应答。</translation>
    </message>
    <message>
        <source>%1 (handshake)</source>
        <translation>%1（握手）</translation>
    </message>
    <message>
        <source>--port takes a number from 0 to 65535; 0 takes a free port.</source>
        <translation>--port 接受 0 到 65535 之间的数字；0 表示任选一个空闲端口。</translation>
    </message>
    <message>
        <source>creel: there is no display here (DISPLAY and WAYLAND_DISPLAY are empty). In a terminal, use: creel-cli listen</source>
        <translation>creel：这里没有显示器（DISPLAY 和 WAYLAND_DISPLAY 均为空）。在终端中请使用：creel-cli listen</translation>
    </message>
    <message>
        <source>The message names a certificate that is not the provider&apos;s: %1</source>
        <translation>消息所指的证书不属于该服务商：%1</translation>
    </message>
    <message>
        <source>%1, an older secret of %2</source>
        <translation>%1（%2 的旧密钥）</translation>
    </message>
    <message>
        <source>The certificate that was entered had expired by then: it was valid until %1. Enter the one that the message names.</source>
        <translation>输入的证书当时已过期：有效期至 %1。请输入消息所指的证书。</translation>
    </message>
    <message>
        <source>The certificate that was entered is not the provider&apos;s: it was made out for %1.</source>
        <translation>输入的证书不属于该服务商：它颁发给 %1。</translation>
    </message>
    <message>
        <source>The certificate that was entered is not vouched for by those behind it: %1.</source>
        <translation>输入的证书未得到其后证书的担保：%1。</translation>
    </message>
    <message>
        <source>The token was not made for Microsoft Graph&apos;s notifications (claim &quot;azp&quot; or &quot;appid&quot;).</source>
        <translation>令牌不是为 Microsoft Graph 通知签发的（声明 &quot;azp&quot; 或 &quot;appid&quot;）。</translation>
    </message>
    <message>
        <source>The token is of another tenant (claim &quot;tid&quot;).</source>
        <translation>令牌属于其他租户（声明 &quot;tid&quot;）。</translation>
    </message>
    <message>
        <source>The client state may be right, but the notification has validation tokens, too: enter the keys of Microsoft&apos;s identity platform (JWKS) as one more secret to verify them.</source>
        <translation>客户端状态可能正确，但通知还带有验证令牌：请将 Microsoft 标识平台的密钥（JWKS）作为另一个密钥输入以验证它们。</translation>
    </message>
    <message>
        <source>A validation token is not a JWT that can be read.</source>
        <translation>有一个验证令牌不是可读取的 JWT。</translation>
    </message>
    <message>
        <source>%1 copy</source>
        <translation>%1 副本</translation>
    </message>
    <message>
        <source>line feeds alone</source>
        <translation>仅含换行符</translation>
    </message>
    <message>
        <source>carriage returns before the line feeds</source>
        <translation>换行符前带回车符</translation>
    </message>
    <message>
        <source>without the byte order mark</source>
        <translation>在没有字节顺序标记时</translation>
    </message>
    <message>
        <source>with a byte order mark</source>
        <translation>在带有字节顺序标记时</translation>
    </message>
    <message>
        <source>the empty body</source>
        <translation>空正文</translation>
    </message>
    <message>
        <source>the JSON that stands inside the string</source>
        <translation>字符串中的 JSON</translation>
    </message>
    <message>
        <source>the document inside a JSON string</source>
        <translation>放在 JSON 字符串中的文档</translation>
    </message>
    <message>
        <source>the JSON inside the form field</source>
        <translation>表单字段中的 JSON</translation>
    </message>
    <message>
        <source>the form that holds the JSON as &quot;payload=&quot;</source>
        <translation>以“payload=”携带该 JSON 的表单</translation>
    </message>
    <message>
        <source>decoded from base64</source>
        <translation>从 Base64 解码后</translation>
    </message>
    <message>
        <source>in base64</source>
        <translation>以 Base64 编码时</translation>
    </message>
    <message>
        <source>compressed</source>
        <translation>已压缩</translation>
    </message>
    <message>
        <source>in ISO-8859-15</source>
        <translation>以 ISO-8859-15 编码时</translation>
    </message>
    <message>
        <source>in Windows-1252</source>
        <translation>以 Windows-1252 编码时</translation>
    </message>
    <message>
        <source>in Latin-1</source>
        <translation>以 Latin-1 编码时</translation>
    </message>
    <message>
        <source>in UTF-16</source>
        <translation>以 UTF-16 编码时</translation>
    </message>
    <message>
        <source>in UTF-8</source>
        <translation>以 UTF-8 编码时</translation>
    </message>
    <message>
        <source>encoded as UTF-8 once</source>
        <translation>只编码一次 UTF-8 时</translation>
    </message>
    <message>
        <source>in Unicode form C</source>
        <translation>以 Unicode C 形式时</translation>
    </message>
    <message>
        <source>in Unicode form D</source>
        <translation>以 Unicode D 形式时</translation>
    </message>
    <message>
        <source>a Twilio id, not the auth token</source>
        <translation>Twilio ID，而不是 auth token</translation>
    </message>
    <message>
        <source>a bot token, not a public key</source>
        <translation>机器人令牌，而不是公钥</translation>
    </message>
    <message>
        <source>a shared secret (whsec_), not a public key</source>
        <translation>共享密钥（whsec_），而不是公钥</translation>
    </message>
    <message>
        <source>a public key, not a shared secret</source>
        <translation>公钥，而不是共享密钥</translation>
    </message>
    <message>
        <source>A relay delivered this (its User-Agent says so). Relays such as smee.io parse the JSON and write it again.</source>
        <translation>这是由中继投递的（其 User-Agent 表明了这一点）。smee.io 之类的中继会解析 JSON 并重新写出。</translation>
    </message>
    <message>
        <source>GitHub&apos;s headers arrived in lower case: a relay such as smee.io delivered this. It parses the JSON and writes it again.</source>
        <translation>GitHub 的标头以小写形式到达：这是由 smee.io 之类的中继投递的。它会解析 JSON 并重新写出。</translation>
    </message>
    <message>
        <source>A proxy stood in between (Via, X-Forwarded-For); it may have changed body or headers.</source>
        <translation>中间有代理（Via、X-Forwarded-For）；它可能更改了正文或标头。</translation>
    </message>
    <message>
        <source>The headers were written again on the way: their letter case is mixed and the length is missing.</source>
        <translation>标头在途中被重新写过：大小写混杂，且缺少长度。</translation>
    </message>
    <message>
        <source>An event with the same provider id is stored already (event %1): this is a repeated delivery or a replay.</source>
        <translation>已存有提供商 ID 相同的事件（事件 %1）：这是重复投递或重放。</translation>
    </message>
    <message>
        <source>The secret looks like %1; this scheme wants another kind of key.</source>
        <translation>该密钥看起来像%1；此方案需要另一种密钥。</translation>
    </message>
    <message>
        <source>The sender may have no secret set: without one, most providers send no signature. Set a secret at the provider.</source>
        <translation>发送方可能没有设置密钥：没有密钥时，大多数提供商不发送签名。请在提供商处设置密钥。</translation>
    </message>
    <message>
        <source>The body holds replacement characters (U+FFFD or ?): bytes were lost when it was decoded in a wrong character encoding, and can&apos;t be brought back.</source>
        <translation>正文含有替换字符（U+FFFD 或 ?）：以错误的字符编码解码时丢失了字节，且无法恢复。</translation>
    </message>
    <message>
        <source>The keys of the JSON stand in alphabetical order: it may have been parsed and written again, and the first order is lost.</source>
        <translation>JSON 的键按字母顺序排列：它可能被解析后重新写出，原来的顺序已丢失。</translation>
    </message>
    <message>
        <source>with a blank after each comma and colon</source>
        <translation>每个逗号和冒号后带一个空格</translation>
    </message>
    <message>
        <source>with an indent of one blank</source>
        <translation>缩进一个空格</translation>
    </message>
    <message>
        <source>with an indent of two blanks</source>
        <translation>缩进两个空格</translation>
    </message>
    <message>
        <source>with an indent of three blanks</source>
        <translation>缩进三个空格</translation>
    </message>
    <message>
        <source>with an indent of four blanks</source>
        <translation>缩进四个空格</translation>
    </message>
    <message>
        <source>with an indent of eight blanks</source>
        <translation>缩进八个空格</translation>
    </message>
    <message>
        <source>with an indent of tabs</source>
        <translation>用制表符缩进</translation>
    </message>
    <message>
        <source>with an indent of two blanks, and a blank before each colon</source>
        <translation>缩进两个空格，且每个冒号前带一个空格</translation>
    </message>
    <message>
        <source>with a blank after each colon</source>
        <translation>每个冒号后带一个空格</translation>
    </message>
    <message>
        <source>with a blank after each comma</source>
        <translation>每个逗号后带一个空格</translation>
    </message>
    <message>
        <source>without blanks</source>
        <translation>不带空格</translation>
    </message>
    <message>
        <source>numbers with other zeros at the end of their fractions</source>
        <translation>小数末尾零不同的数字</translation>
    </message>
    <message>
        <source>fractions whose zeros were dropped</source>
        <translation>末尾零被去掉的小数</translation>
    </message>
    <message>
        <source>%1 instead of %2</source>
        <translation>用 %1 代替 %2</translation>
    </message>
    <message>
        <source>its time is %1 ahead, and at most %2 are allowed</source>
        <translation>其时间超前 %1，最多允许 %2</translation>
    </message>
    <message>
        <source>it is %1 old, and at most %2 are allowed</source>
        <translation>已过去 %1，最多允许 %2</translation>
    </message>
    <message>
        <source>This provider signs nothing: whether an event is real must be asked through its API.</source>
        <translation>此提供商不签名：事件是否真实须通过其 API 查询。</translation>
    </message>
    <message>
        <source>Nothing that was tried makes it verify. %1</source>
        <translation>尝试过的方法都不能使签名有效。%1</translation>
    </message>
    <message>
        <source>a handshake needs id, match and cases</source>
        <translation>握手需要 id、match 和 cases</translation>
    </message>
    <message>
        <source>the pattern of guard %1 is broken: %2</source>
        <translation>条件 %1 的模式有误：%2</translation>
    </message>
    <message>
        <source>There is no handshake &quot;%1&quot;.</source>
        <translation>没有名为“%1”的握手。</translation>
    </message>
    <message>
        <source>%1 needs the endpoint&apos;s secret: add it first.</source>
        <translation>%1 需要端点的密钥：请先添加。</translation>
    </message>
    <message>
        <source>The status is %1; it must be %2.</source>
        <translation>状态为 %1；必须为 %2。</translation>
    </message>
    <message>
        <source>The header %1 must be &quot;%2&quot;.</source>
        <translation>标头 %1 必须为“%2”。</translation>
    </message>
    <message>
        <source>The body must be exactly &quot;%1&quot;, without quotes or anything else.</source>
        <translation>正文必须正好是“%1”，不带引号或其他内容。</translation>
    </message>
    <message>
        <source>The body must contain &quot;%1&quot;.</source>
        <translation>正文必须包含“%1”。</translation>
    </message>
    <message>
        <source>The body must be JSON with &quot;%1&quot;: &quot;%2&quot;.</source>
        <translation>正文必须是含有“%1”: “%2”的 JSON。</translation>
    </message>
    <message>
        <source>The answer took %1 ms; the provider waits %2 ms.</source>
        <translation>响应用了 %1 毫秒；提供商等待 %2 毫秒。</translation>
    </message>
    <message>
        <source>&quot;kind&quot; is absent: &quot;declarative&quot;, where a description says all.</source>
        <translation>缺少 &quot;kind&quot;：若描述已说明一切，则为 &quot;declarative&quot;。</translation>
    </message>
</context>
<context>
    <name>creel::About</name>
    <message>
        <source>About Creel</source>
        <translation>关于 Creel</translation>
    </message>
    <message>
        <source>Creel</source>
        <translation>Creel</translation>
    </message>
    <message>
        <source>Catches webhooks, keeps them byte for byte, and says whether their signature is good.

Free software under the GNU General Public License, version 3 or later. It is made with Qt, OpenSSL, SQLite, Boost, simdjson, QScintilla, QtKeychain and CRoaring.</source>
        <translation>接收 Webhook，逐字节保留，并判断其签名是否有效。

本程序是自由软件，采用 GNU General Public License 第 3 版或更高版本。使用 Qt、OpenSSL、SQLite、Boost、simdjson、QScintilla、QtKeychain 和 CRoaring 构建。</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation>复制版本信息</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>creel::ActionRegistry</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>E&amp;vent</source>
        <translation>事件(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>工具(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
</context>
<context>
    <name>creel::AppearancePage</name>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
</context>
<context>
    <name>creel::BodyEditor</name>
    <message>
        <source>This body is not UTF-8 text. It is sent exactly as it stands here.</source>
        <translation>此正文不是 UTF-8 文本。将完全按此处的内容发送。</translation>
    </message>
    <message>
        <source>This body is too large, or has lines too long, to be edited here. It is sent exactly as it stands here.</source>
        <translation>此正文太大或行太长，无法在此编辑。将完全按此处的内容发送。</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Empty the body</source>
        <translation>清空正文</translation>
    </message>
    <message>
        <source>Bytes of the body</source>
        <translation>正文的字节</translation>
    </message>
    <message>
        <source>Body of the request</source>
        <translation>请求的正文</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>Take the body from a file</source>
        <translation>从文件读取正文</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>十六进制</translation>
    </message>
    <message>
        <source>Edit the body as hex</source>
        <translation>以十六进制编辑正文</translation>
    </message>
    <message>
        <source>Body of the request in hex</source>
        <translation>请求正文的十六进制</translation>
    </message>
    <message>
        <source>The body is not whole pairs of hex digits.</source>
        <translation>正文不是成对的十六进制数字。</translation>
    </message>
    <message>
        <source>Two hex digits for each byte; blanks do not count.</source>
        <translation>每个字节两个十六进制数字；空白不计入。</translation>
    </message>
</context>
<context>
    <name>creel::BodyView</name>
    <message>
        <source>Show where the body stops being JSON</source>
        <translation>显示正文从何处起不再是 JSON</translation>
    </message>
    <message>
        <source>Body, laid out</source>
        <translation>正文，格式化</translation>
    </message>
    <message>
        <source>Body, as it came</source>
        <translation>正文，原样</translation>
    </message>
    <message>
        <source>Body in hex</source>
        <translation>正文的十六进制</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>树</translation>
    </message>
    <message>
        <source>Pretty</source>
        <translation>格式化</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>原始</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>十六进制</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Show the body as %1</source>
        <translation>将正文显示为%1</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Find in the body</source>
        <translation>在正文中查找</translation>
    </message>
    <message>
        <source>Path of the selected value</source>
        <translation>所选值的路径</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>复制值</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>Sent as %1, which could not be undone: %2</source>
        <translation>以 %1 发送，无法还原：%2</translation>
    </message>
    <message>
        <source>Sent as %1. Decoded here: its first %2; Raw and Hex show what came.</source>
        <translation>以 %1 发送。此处为解码后的前 %2；“原始”和“十六进制”显示收到的内容。</translation>
    </message>
    <message>
        <source>Sent as %1. Decoded here up to an error after %2: %3</source>
        <translation>以 %1 发送。此处解码到 %2 之后出错：%3</translation>
    </message>
    <message>
        <source>Sent as %1. Decoded here, %2; Raw and Hex show what came.</source>
        <translation>以 %1 发送。此处为解码后的内容，%2；“原始”和“十六进制”显示收到的内容。</translation>
    </message>
    <message>
        <source>Line %1, column %2 (byte %3): %4</source>
        <translation>第 %1 行，第 %2 列（第 %3 字节）：%4</translation>
    </message>
    <message>
        <source>The body is too large to be laid out as a whole: this is its start.</source>
        <translation>正文太大，无法整体格式化：这是其开头部分。</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
</context>
<context>
    <name>creel::BytesView</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
</context>
<context>
    <name>creel::CauseNames</name>
    <message>
        <source>the secret is entered in another form</source>
        <translation>密钥以另一种形式输入</translation>
    </message>
    <message>
        <source>another secret signed it</source>
        <translation>签名用的是另一个密钥</translation>
    </message>
    <message>
        <source>the body was changed on its way here</source>
        <translation>正文在到达途中被更改</translation>
    </message>
    <message>
        <source>the body was compressed or decompressed on its way here</source>
        <translation>正文在到达途中被压缩或解压</translation>
    </message>
    <message>
        <source>the signed content is put together in another way</source>
        <translation>签名内容的组成方式不同</translation>
    </message>
    <message>
        <source>the URL is not the one that was signed</source>
        <translation>URL 不是签名时的那个</translation>
    </message>
    <message>
        <source>the sender uses another hash</source>
        <translation>发送方使用另一种哈希算法</translation>
    </message>
    <message>
        <source>the signature is written in another way</source>
        <translation>签名的写法不同</translation>
    </message>
    <message>
        <source>Blanks or a line end around the secret</source>
        <translation>密钥前后有空白或行尾</translation>
    </message>
    <message>
        <source>Quotes around the secret</source>
        <translation>密钥带有引号</translation>
    </message>
    <message>
        <source>A prefix kept in the secret</source>
        <translation>密钥多了前缀</translation>
    </message>
    <message>
        <source>A prefix missing from the secret</source>
        <translation>密钥缺少前缀</translation>
    </message>
    <message>
        <source>A base64 secret used as text</source>
        <translation>Base64 密钥被当作文本</translation>
    </message>
    <message>
        <source>A text secret decoded from base64</source>
        <translation>文本密钥被当作 Base64 解码</translation>
    </message>
    <message>
        <source>A hexadecimal secret used as text</source>
        <translation>十六进制密钥被当作文本</translation>
    </message>
    <message>
        <source>A text secret decoded from hexadecimal</source>
        <translation>文本密钥被当作十六进制解码</translation>
    </message>
    <message>
        <source>A base64 secret decoded from hexadecimal</source>
        <translation>Base64 密钥被当作十六进制解码</translation>
    </message>
    <message>
        <source>A hexadecimal secret decoded from base64</source>
        <translation>十六进制密钥被当作 Base64 解码</translation>
    </message>
    <message>
        <source>Escapes left in the secret</source>
        <translation>密钥中残留转义</translation>
    </message>
    <message>
        <source>The secret of another endpoint</source>
        <translation>另一个端点的密钥</translation>
    </message>
    <message>
        <source>JSON written again without blanks</source>
        <translation>JSON 被重新写成不带空格</translation>
    </message>
    <message>
        <source>JSON written again with blanks after commas and colons</source>
        <translation>JSON 被重新写成逗号和冒号后带空格</translation>
    </message>
    <message>
        <source>JSON written again with indentation</source>
        <translation>JSON 被重新写成带缩进</translation>
    </message>
    <message>
        <source>Keys of the JSON in another order</source>
        <translation>JSON 的键顺序不同</translation>
    </message>
    <message>
        <source>Characters of the JSON escaped</source>
        <translation>JSON 的字符被转义</translation>
    </message>
    <message>
        <source>Characters of the JSON unescaped</source>
        <translation>JSON 的字符被取消转义</translation>
    </message>
    <message>
        <source>Slashes escaped</source>
        <translation>斜杠被转义</translation>
    </message>
    <message>
        <source>Slashes unescaped</source>
        <translation>斜杠被取消转义</translation>
    </message>
    <message>
        <source>Numbers of the JSON written again</source>
        <translation>JSON 的数字被重新写出</translation>
    </message>
    <message>
        <source>JSON encoded once too often or too little</source>
        <translation>JSON 多编码或少编码了一次</translation>
    </message>
    <message>
        <source>An empty body taken for an empty object</source>
        <translation>空正文被当作空对象</translation>
    </message>
    <message>
        <source>A line end added to the body</source>
        <translation>正文末尾被加上行尾</translation>
    </message>
    <message>
        <source>A line end cut off the body</source>
        <translation>正文末尾的行尾被去掉</translation>
    </message>
    <message>
        <source>Line ends converted</source>
        <translation>行尾被转换</translation>
    </message>
    <message>
        <source>A byte order mark added or removed</source>
        <translation>字节顺序标记被添加或移除</translation>
    </message>
    <message>
        <source>Body in another character encoding</source>
        <translation>正文采用另一种字符编码</translation>
    </message>
    <message>
        <source>Body encoded or decoded as base64</source>
        <translation>正文经过 Base64 编码或解码</translation>
    </message>
    <message>
        <source>Form encoded again</source>
        <translation>表单被重新编码</translation>
    </message>
    <message>
        <source>JSON and payload= mixed up</source>
        <translation>JSON 与 payload= 混淆</translation>
    </message>
    <message>
        <source>Body decompressed before it was verified</source>
        <translation>正文在验证前被解压</translation>
    </message>
    <message>
        <source>Body compressed after it was signed</source>
        <translation>正文在签名后被压缩</translation>
    </message>
    <message>
        <source>the timestamp is in another unit</source>
        <translation>时间戳的单位不同</translation>
    </message>
    <message>
        <source>Seconds and milliseconds mixed up</source>
        <translation>秒与毫秒混淆</translation>
    </message>
    <message>
        <source>Timestamp not signed</source>
        <translation>时间戳未签名</translation>
    </message>
    <message>
        <source>Timestamp signed as well</source>
        <translation>时间戳也被签名</translation>
    </message>
    <message>
        <source>Id not signed</source>
        <translation>ID 未签名</translation>
    </message>
    <message>
        <source>http and https mixed up in the URL</source>
        <translation>URL 中 http 与 https 混淆</translation>
    </message>
    <message>
        <source>Another host in the URL</source>
        <translation>URL 中的主机不同</translation>
    </message>
    <message>
        <source>Another port in the URL</source>
        <translation>URL 中的端口不同</translation>
    </message>
    <message>
        <source>Another path in the URL</source>
        <translation>URL 中的路径不同</translation>
    </message>
    <message>
        <source>A slash at the end of the URL</source>
        <translation>URL 末尾的斜杠</translation>
    </message>
    <message>
        <source>Another query in the URL</source>
        <translation>URL 中的查询不同</translation>
    </message>
    <message>
        <source>Parts of the signed content in another order</source>
        <translation>签名内容各部分的顺序不同</translation>
    </message>
    <message>
        <source>Another separator in the signed content</source>
        <translation>签名内容中的分隔符不同</translation>
    </message>
    <message>
        <source>SHA-1</source>
        <translation>SHA-1</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>SHA-384</source>
        <translation>SHA-384</translation>
    </message>
    <message>
        <source>SHA-512</source>
        <translation>SHA-512</translation>
    </message>
    <message>
        <source>MD5</source>
        <translation>MD5</translation>
    </message>
    <message>
        <source>Signature in base64</source>
        <translation>签名为 Base64</translation>
    </message>
    <message>
        <source>Signature in base64url</source>
        <translation>签名为 Base64url</translation>
    </message>
    <message>
        <source>Signature in hexadecimal</source>
        <translation>签名为十六进制</translation>
    </message>
    <message>
        <source>Signature in hexadecimal capitals</source>
        <translation>签名为大写十六进制</translation>
    </message>
    <message>
        <source>Padding of the base64 signature</source>
        <translation>Base64 签名的填充</translation>
    </message>
    <message>
        <source>the signature is in another header</source>
        <translation>签名在另一个标头中</translation>
    </message>
    <message>
        <source>Signature in another header</source>
        <translation>签名在另一个标头中</translation>
    </message>
    <message>
        <source>Prefix of the signature</source>
        <translation>签名的前缀</translation>
    </message>
    <message>
        <source>the signature was cut off</source>
        <translation>签名被截断</translation>
    </message>
    <message>
        <source>Signature cut off</source>
        <translation>签名被截断</translation>
    </message>
    <message>
        <source>another provider&apos;s scheme signed it</source>
        <translation>签名用的是另一个提供商的方案</translation>
    </message>
    <message>
        <source>The scheme of another provider</source>
        <translation>另一个提供商的方案</translation>
    </message>
    <message>
        <source>the signature is right, the event is too old</source>
        <translation>签名正确，但事件太旧</translation>
    </message>
    <message>
        <source>Event too old</source>
        <translation>事件太旧</translation>
    </message>
    <message>
        <source>the signature is right, one of the clocks is wrong</source>
        <translation>签名正确，但其中一个时钟有误</translation>
    </message>
    <message>
        <source>Clocks that differ</source>
        <translation>时钟不一致</translation>
    </message>
    <message>
        <source>the event carries no signature</source>
        <translation>事件没有签名</translation>
    </message>
    <message>
        <source>No signature</source>
        <translation>没有签名</translation>
    </message>
    <message>
        <source>the secret is probably another one</source>
        <translation>密钥很可能是另一个</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>没有匹配项</translation>
    </message>
</context>
<context>
    <name>creel::ComposeActions</name>
    <message>
        <source>&amp;Compose</source>
        <translation>编写(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>发送(&amp;S)</translation>
    </message>
    <message>
        <source>Compose</source>
        <translation>编写</translation>
    </message>
    <message>
        <source>Write a request and send it (Ctrl+N)</source>
        <translation>编写请求并发送 (Ctrl+N)</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>投递</translation>
    </message>
    <message>
        <source>&amp;Play a handshake</source>
        <translation>模拟握手(&amp;P)</translation>
    </message>
</context>
<context>
    <name>creel::ComposePane</name>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Send (Ctrl+Enter)</source>
        <translation>发送 (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Bytes on the wire</source>
        <translation>实际发送的字节</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Headers %1</source>
        <translation>标头 %1</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Signature: %1</source>
        <translation>签名：%1</translation>
    </message>
    <message>
        <source>Exactly these bytes are sent. Tinted lines are set by Creel or by the signature.</source>
        <translation>将发送的正是这些字节。着色的行由 Creel 或签名设置。</translation>
    </message>
    <message>
        <source>Unknown variables are sent as they stand: %1</source>
        <translation>未知变量按原样发送：%1</translation>
    </message>
    <message>
        <source>Take the body from a file</source>
        <translation>从文件读取正文</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>%1 is larger than 256 MB.</source>
        <translation>%1 大于 256 MB。</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Start from a provider’s sample event</source>
        <translation>从提供商的示例事件开始</translation>
    </message>
    <message>
        <source>Replace {{name}} by its value</source>
        <translation>将 {{name}} 替换为其值</translation>
    </message>
    <message>
        <source>Edit variables…</source>
        <translation>编辑变量…</translation>
    </message>
    <message>
        <source>Variables in the request</source>
        <translation>请求中的变量</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>Earlier states of the draft</source>
        <translation>草稿的先前状态</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Variables off</source>
        <translation>变量已关闭</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>On the wire</source>
        <translation>实际发送</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>投递</translation>
    </message>
</context>
<context>
    <name>creel::DeliveriesView</name>
    <message>
        <source>No answer</source>
        <translation>无响应</translation>
    </message>
    <message>
        <source>%1 UTC</source>
        <translation>%1 UTC</translation>
    </message>
    <message>
        <source>This event was not sent from here. Resend sends it again.</source>
        <translation>此事件未从这里发送过。“重新发送”会再次发送它。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Sent to</source>
        <translation>发送到</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Deliveries of the event</source>
        <translation>事件的投递</translation>
    </message>
    <message>
        <source>Nothing was sent from this workspace yet.</source>
        <translation>此工作区尚未发送过任何内容。</translation>
    </message>
    <message>
        <source>All deliveries of the workspace</source>
        <translation>工作区的所有投递</translation>
    </message>
</context>
<context>
    <name>creel::DesktopSession</name>
    <message>
        <source>New workspace</source>
        <translation>新建工作区</translation>
    </message>
    <message>
        <source>Open workspace</source>
        <translation>打开工作区</translation>
    </message>
    <message>
        <source>Workspaces (*.creel)</source>
        <translation>工作区 (*.creel)</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>正在打开 %1…</translation>
    </message>
    <message>
        <source>Opening the workspace</source>
        <translation>正在打开工作区</translation>
    </message>
    <message>
        <source>Creel</source>
        <translation>Creel</translation>
    </message>
    <message>
        <source>Creel did not end properly the last time. Every event that was acknowledged is here.</source>
        <translation>Creel 上次未正常退出。所有已确认的事件都在这里。</translation>
    </message>
</context>
<context>
    <name>creel::DetailArea</name>
    <message>
        <source>Choose an event to see what was sent.</source>
        <translation>选择一个事件以查看发送的内容。</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>复制行</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Tag…</source>
        <translation>标签…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>%1 events selected</source>
        <translation>已选择 %1 个事件</translation>
    </message>
    <message>
        <source>%1 of bodies</source>
        <translation>正文共 %1</translation>
    </message>
</context>
<context>
    <name>creel::Diagnosis</name>
    <message>
        <source>Several things together, none of which is enough alone: %1</source>
        <translation>多个原因同时存在，单独一个不足以解释：%1</translation>
    </message>
    <message>
        <source>a live API key (sk_live_)</source>
        <translation>生产 API 密钥 (sk_live_)</translation>
    </message>
    <message>
        <source>a test API key (sk_test_)</source>
        <translation>测试 API 密钥 (sk_test_)</translation>
    </message>
    <message>
        <source>a restricted API key (rk_live_)</source>
        <translation>受限 API 密钥 (rk_live_)</translation>
    </message>
    <message>
        <source>a restricted API key (rk_test_)</source>
        <translation>受限 API 密钥 (rk_test_)</translation>
    </message>
    <message>
        <source>a publishable key (pk_live_)</source>
        <translation>可公开密钥 (pk_live_)</translation>
    </message>
    <message>
        <source>a publishable key (pk_test_)</source>
        <translation>可公开密钥 (pk_test_)</translation>
    </message>
    <message>
        <source>a GitHub access token (ghp_)</source>
        <translation>GitHub 访问令牌 (ghp_)</translation>
    </message>
    <message>
        <source>a GitHub access token (github_pat_)</source>
        <translation>GitHub 访问令牌 (github_pat_)</translation>
    </message>
    <message>
        <source>a Slack bot token (xoxb-)</source>
        <translation>Slack 机器人令牌 (xoxb-)</translation>
    </message>
    <message>
        <source>a Slack user token (xoxp-)</source>
        <translation>Slack 用户令牌 (xoxp-)</translation>
    </message>
    <message>
        <source>a Shopify access token (shpat_)</source>
        <translation>Shopify 访问令牌 (shpat_)</translation>
    </message>
    <message>
        <source>a GitLab access token (glpat-)</source>
        <translation>GitLab 访问令牌 (glpat-)</translation>
    </message>
    <message>
        <source>an AWS access key</source>
        <translation>AWS 访问密钥</translation>
    </message>
    <message>
        <source>a JSON Web Token</source>
        <translation>JSON Web Token</translation>
    </message>
    <message>
        <source>It verifies without the blanks or line end around the secret (or with the one that was lost): check how the secret was copied.</source>
        <translation>去掉密钥前后的空白或行尾（或补上丢失的那个）后签名有效：请检查密钥是如何复制的。</translation>
    </message>
    <message>
        <source>It verifies without the quotes around the secret: they are not part of it.</source>
        <translation>去掉密钥的引号后签名有效：引号不是密钥的一部分。</translation>
    </message>
    <message>
        <source>It verifies without the prefix of the secret: only what follows it is the key.</source>
        <translation>去掉密钥的前缀后签名有效：只有前缀之后的部分才是密钥。</translation>
    </message>
    <message>
        <source>It verifies with the prefix that belongs to the secret: enter it whole, as the provider shows it.</source>
        <translation>加上密钥应有的前缀后签名有效：请按提供商显示的样子完整输入。</translation>
    </message>
    <message>
        <source>It verifies when the secret is decoded from base64 first: the sender uses the decoded bytes as the key.</source>
        <translation>先把密钥从 Base64 解码后签名有效：发送方以解码后的字节作为密钥。</translation>
    </message>
    <message>
        <source>It verifies when the secret is used as plain text: the sender does not decode it from base64, which departs from the scheme.</source>
        <translation>把密钥当作纯文本使用时签名有效：发送方没有将其从 Base64 解码，这与方案不符。</translation>
    </message>
    <message>
        <source>It verifies when the secret is read as hexadecimal: the sender uses the decoded bytes as the key.</source>
        <translation>把密钥按十六进制读取时签名有效：发送方以解码后的字节作为密钥。</translation>
    </message>
    <message>
        <source>It verifies when the secret is used as plain text: the sender does not decode it from hexadecimal.</source>
        <translation>把密钥当作纯文本使用时签名有效：发送方没有将其从十六进制解码。</translation>
    </message>
    <message>
        <source>It verifies when the secret is decoded from base64, not from hexadecimal.</source>
        <translation>把密钥从 Base64 而不是从十六进制解码时签名有效。</translation>
    </message>
    <message>
        <source>It verifies when the secret is decoded from hexadecimal, not from base64.</source>
        <translation>把密钥从十六进制而不是从 Base64 解码时签名有效。</translation>
    </message>
    <message>
        <source>It verifies when the escapes in the secret are undone (such as \u003d or %3D): copy the secret itself, not its escaped form.</source>
        <translation>还原密钥中的转义（如 \u003d 或 %3D）后签名有效：请复制密钥本身，而不是其转义形式。</translation>
    </message>
    <message>
        <source>It verifies with another secret of this workspace.</source>
        <translation>使用此工作区的另一个密钥时签名有效。</translation>
    </message>
    <message>
        <source>It verifies with the secret &quot;%1&quot;: the event belongs to another endpoint, or was signed with an older secret, or with that of the other mode (test or live).</source>
        <translation>使用密钥“%1”时签名有效：该事件属于另一个端点，或是用较旧的密钥、或另一种模式（测试或正式）的密钥签名的。</translation>
    </message>
    <message>
        <source>It verifies when the JSON is written with its blanks: something on the way parsed the body and wrote it again without them.</source>
        <translation>JSON 带空格书写时签名有效：途中有程序解析了正文并去掉空格重新写出。</translation>
    </message>
    <message>
        <source>It verifies when the JSON is written %1: something on the way parsed the body and wrote it again without blanks.</source>
        <translation>JSON 写成%1时签名有效：途中有程序解析了正文并去掉空格重新写出。</translation>
    </message>
    <message>
        <source>It verifies when the JSON is written in another layout: something on the way parsed the body and wrote it again with a blank after commas or colons, as Python does.</source>
        <translation>JSON 采用另一种布局时签名有效：途中有程序解析了正文，并像 Python 那样在逗号或冒号后加空格重新写出。</translation>
    </message>
    <message>
        <source>It verifies when the JSON is written %1: something on the way parsed the body and wrote it again with a blank after commas or colons, as Python does.</source>
        <translation>JSON 写成%1时签名有效：途中有程序解析了正文，并像 Python 那样在逗号或冒号后加空格重新写出。</translation>
    </message>
    <message>
        <source>It verifies when the JSON is written in another layout: something on the way parsed the body and wrote it again with indentation.</source>
        <translation>JSON 采用另一种布局时签名有效：途中有程序解析了正文并加缩进重新写出。</translation>
    </message>
    <message>
        <source>It verifies when the JSON is written %1: something on the way parsed the body and wrote it again with indentation.</source>
        <translation>JSON 写成%1时签名有效：途中有程序解析了正文并加缩进重新写出。</translation>
    </message>
    <message>
        <source>It verifies with the keys of the JSON in sorted order: that is how the body was signed, and not how it arrived.</source>
        <translation>JSON 的键排序后签名有效：正文是这样签名的，但到达时并非如此。</translation>
    </message>
    <message>
        <source>It verifies with the characters themselves in place of their \u escapes: the JSON was escaped on the way.</source>
        <translation>用字符本身代替 \u 转义时签名有效：JSON 在途中被转义。</translation>
    </message>
    <message>
        <source>It verifies with \u escapes in place of the characters: the JSON was unescaped on the way.</source>
        <translation>用 \u 转义代替字符时签名有效：JSON 在途中被取消转义。</translation>
    </message>
    <message>
        <source>It verifies with / in place of \/: the slashes were escaped on the way, as PHP does.</source>
        <translation>用 / 代替 \/ 时签名有效：斜杠在途中被转义，就像 PHP 那样。</translation>
    </message>
    <message>
        <source>It verifies with \/ in place of /: the slashes were unescaped on the way.</source>
        <translation>用 \/ 代替 / 时签名有效：斜杠在途中被取消转义。</translation>
    </message>
    <message>
        <source>It verifies with a number written in another way: the JSON was parsed and its numbers written again.</source>
        <translation>数字换一种写法时签名有效：JSON 被解析，其数字被重新写出。</translation>
    </message>
    <message>
        <source>It verifies with %1: the JSON was parsed on the way and its numbers were written again.</source>
        <translation>使用%1时签名有效：JSON 在途中被解析，其数字被重新写出。</translation>
    </message>
    <message>
        <source>It verifies with the JSON at another level of encoding: the body is JSON inside a JSON string on one side alone.</source>
        <translation>JSON 处于另一层编码时签名有效：只有一侧的正文是放在 JSON 字符串中的 JSON。</translation>
    </message>
    <message>
        <source>It verifies over %1: the body was encoded once too often or once too little.</source>
        <translation>对%1计算时签名有效：正文多编码或少编码了一次。</translation>
    </message>
    <message>
        <source>It verifies over an empty body: an empty body and {} are not the same bytes.</source>
        <translation>对空正文计算时签名有效：空正文与 {} 不是相同的字节。</translation>
    </message>
    <message>
        <source>It verifies over %1: an empty body and an empty object are not the same bytes.</source>
        <translation>对%1计算时签名有效：空正文与空对象不是相同的字节。</translation>
    </message>
    <message>
        <source>It verifies without the line end behind the body: it was added on the way.</source>
        <translation>去掉正文末尾的行尾后签名有效：它是在途中加上的。</translation>
    </message>
    <message>
        <source>It verifies with a line end behind the body: it was cut off on the way.</source>
        <translation>正文末尾加上行尾后签名有效：它在途中被去掉了。</translation>
    </message>
    <message>
        <source>It verifies with other line ends: they were converted on the way.</source>
        <translation>使用其他行尾时签名有效：行尾在途中被转换。</translation>
    </message>
    <message>
        <source>It verifies with %1: the line ends were converted on the way.</source>
        <translation>%1时签名有效：行尾在途中被转换。</translation>
    </message>
    <message>
        <source>It verifies with the byte order mark as it was: it was added or removed on the way.</source>
        <translation>字节顺序标记恢复原样后签名有效：它在途中被添加或移除。</translation>
    </message>
    <message>
        <source>It verifies %1: the mark was added or removed on the way.</source>
        <translation>正文%1签名有效：该标记在途中被添加或移除。</translation>
    </message>
    <message>
        <source>It verifies in another character encoding: the body was converted on the way.</source>
        <translation>采用另一种字符编码时签名有效：正文在途中被转换。</translation>
    </message>
    <message>
        <source>It verifies %1: the body was converted to another character encoding on the way.</source>
        <translation>正文%1签名有效：正文在途中被转换为另一种字符编码。</translation>
    </message>
    <message>
        <source>It verifies over the body before or after base64: a gateway changed that.</source>
        <translation>对 Base64 编码前或编码后的正文计算时签名有效：网关更改了它。</translation>
    </message>
    <message>
        <source>It verifies %1: a gateway encoded or decoded the body on the way.</source>
        <translation>正文%1签名有效：网关在途中对正文进行了编码或解码。</translation>
    </message>
    <message>
        <source>It verifies with the form encoded in another way (blanks as + or %20, letter case of %xx, what is escaped): the form was parsed and written again.</source>
        <translation>表单以另一种方式编码时签名有效（空格写作 + 或 %20、%xx 的大小写、哪些字符被转义）：表单被解析后重新写出。</translation>
    </message>
    <message>
        <source>It verifies over the other form of the body: JSON on one side, payload=… on the other.</source>
        <translation>对正文的另一种形式计算时签名有效：一侧是 JSON，另一侧是 payload=…。</translation>
    </message>
    <message>
        <source>It verifies over %1: choose the same content type at the provider and in the receiver.</source>
        <translation>对%1计算时签名有效：请在提供商和接收方选择相同的内容类型。</translation>
    </message>
    <message>
        <source>It verifies over the compressed body: it was decompressed on the way, and the signature covers the compressed bytes.</source>
        <translation>对压缩的正文计算时签名有效：正文在途中被解压，而签名覆盖的是压缩后的字节。</translation>
    </message>
    <message>
        <source>It verifies over the body before compression: decompress it first, then verify.</source>
        <translation>对压缩前的正文计算时签名有效：请先解压，再验证。</translation>
    </message>
    <message>
        <source>It verifies with the timestamp in another unit: seconds and milliseconds were mixed up.</source>
        <translation>时间戳采用另一种单位时签名有效：秒与毫秒混淆了。</translation>
    </message>
    <message>
        <source>It verifies with the timestamp written as %1: seconds, milliseconds or another form were mixed up.</source>
        <translation>时间戳写作 %1 时签名有效：秒、毫秒或其他形式混淆了。</translation>
    </message>
    <message>
        <source>It verifies when the timestamp is left out of the signed content: the sender does not sign it.</source>
        <translation>签名内容中不含时间戳时签名有效：发送方没有对它签名。</translation>
    </message>
    <message>
        <source>It verifies over %1: the sender does not sign the timestamp.</source>
        <translation>对 %1 计算时签名有效：发送方没有对时间戳签名。</translation>
    </message>
    <message>
        <source>It verifies with the timestamp in the signed content: the sender signs it.</source>
        <translation>签名内容中含有时间戳时签名有效：发送方对它签名。</translation>
    </message>
    <message>
        <source>It verifies over %1: the sender signs the timestamp, too.</source>
        <translation>对 %1 计算时签名有效：发送方也对时间戳签名。</translation>
    </message>
    <message>
        <source>It verifies when the id is left out of the signed content.</source>
        <translation>签名内容中不含 ID 时签名有效。</translation>
    </message>
    <message>
        <source>It verifies over %1: the sender does not sign the id.</source>
        <translation>对 %1 计算时签名有效：发送方没有对 ID 签名。</translation>
    </message>
    <message>
        <source>It verifies with http in place of https, or the other way round: the URL that the provider was given differs from the one used here.</source>
        <translation>用 http 代替 https（或相反）时签名有效：提供商得到的 URL 与此处使用的不同。</translation>
    </message>
    <message>
        <source>It verifies with the URL %1: http and https differ between what the provider was given and what is used here. Set the endpoint&apos;s public URL.</source>
        <translation>使用 URL %1 时签名有效：提供商得到的与此处使用的 http 和 https 不同。请设置端点的公开 URL。</translation>
    </message>
    <message>
        <source>It verifies with another host in the URL.</source>
        <translation>URL 使用另一个主机时签名有效。</translation>
    </message>
    <message>
        <source>It verifies with the URL %1: the provider signs the host that it was given, not the one behind the proxy or tunnel. Set the endpoint&apos;s public URL.</source>
        <translation>使用 URL %1 时签名有效：提供商对它得到的主机签名，而不是代理或隧道后面的主机。请设置端点的公开 URL。</translation>
    </message>
    <message>
        <source>It verifies with another port in the URL.</source>
        <translation>URL 使用另一个端口时签名有效。</translation>
    </message>
    <message>
        <source>It verifies with the URL %1: the port differs between what the provider was given and what is used here.</source>
        <translation>使用 URL %1 时签名有效：提供商得到的端口与此处使用的不同。</translation>
    </message>
    <message>
        <source>It verifies with another path in the URL.</source>
        <translation>URL 使用另一个路径时签名有效。</translation>
    </message>
    <message>
        <source>It verifies with %1: a proxy changed the path, or only the path is signed.</source>
        <translation>使用 %1 时签名有效：代理更改了路径，或者只对路径签名。</translation>
    </message>
    <message>
        <source>It verifies when the slash at the end of the URL is as the provider has it.</source>
        <translation>URL 末尾的斜杠与提供商处一致时签名有效。</translation>
    </message>
    <message>
        <source>It verifies with the URL %1: the slash at its end differs from what the provider was given.</source>
        <translation>使用 URL %1 时签名有效：其末尾的斜杠与提供商得到的不同。</translation>
    </message>
    <message>
        <source>It verifies with another query in the URL.</source>
        <translation>URL 使用另一个查询时签名有效。</translation>
    </message>
    <message>
        <source>It verifies with %1: the query differs from what the provider signs.</source>
        <translation>使用 %1 时签名有效：查询与提供商签名的不同。</translation>
    </message>
    <message>
        <source>It verifies with the parts of the signed content in another order.</source>
        <translation>签名内容的各部分换一种顺序时签名有效。</translation>
    </message>
    <message>
        <source>It verifies over %1: the parts of the signed content are in another order.</source>
        <translation>对 %1 计算时签名有效：签名内容各部分的顺序不同。</translation>
    </message>
    <message>
        <source>It verifies with another separator in the signed content.</source>
        <translation>签名内容使用另一个分隔符时签名有效。</translation>
    </message>
    <message>
        <source>It verifies over %1: another separator stands between the parts of the signed content.</source>
        <translation>对 %1 计算时签名有效：签名内容各部分之间的分隔符不同。</translation>
    </message>
    <message>
        <source>It verifies with SHA-1: the sender uses another hash than the scheme says.</source>
        <translation>使用 SHA-1 时签名有效：发送方使用的哈希算法与方案所述不同。</translation>
    </message>
    <message>
        <source>It verifies with SHA-256: the sender uses another hash than the scheme says.</source>
        <translation>使用 SHA-256 时签名有效：发送方使用的哈希算法与方案所述不同。</translation>
    </message>
    <message>
        <source>It verifies with SHA-384: the sender uses another hash than the scheme says.</source>
        <translation>使用 SHA-384 时签名有效：发送方使用的哈希算法与方案所述不同。</translation>
    </message>
    <message>
        <source>It verifies with SHA-512: the sender uses another hash than the scheme says.</source>
        <translation>使用 SHA-512 时签名有效：发送方使用的哈希算法与方案所述不同。</translation>
    </message>
    <message>
        <source>It verifies with MD5: the sender uses another hash than the scheme says.</source>
        <translation>使用 MD5 时签名有效：发送方使用的哈希算法与方案所述不同。</translation>
    </message>
    <message>
        <source>It verifies when the signature is read as base64: the sender encodes it otherwise than the scheme says.</source>
        <translation>把签名按 Base64 读取时有效：发送方的编码与方案所述不同。</translation>
    </message>
    <message>
        <source>It verifies when the signature is read as base64url: the sender encodes it otherwise than the scheme says.</source>
        <translation>把签名按 Base64url 读取时有效：发送方的编码与方案所述不同。</translation>
    </message>
    <message>
        <source>It verifies when the signature is read as hexadecimal: the sender encodes it otherwise than the scheme says.</source>
        <translation>把签名按十六进制读取时有效：发送方的编码与方案所述不同。</translation>
    </message>
    <message>
        <source>It verifies when the signature is read as hexadecimal in capitals.</source>
        <translation>把签名按大写十六进制读取时有效。</translation>
    </message>
    <message>
        <source>It verifies when the padding (=) of the base64 signature is as the scheme has it: it was added or cut off.</source>
        <translation>Base64 签名的填充（=）与方案一致时有效：填充被添加或去掉了。</translation>
    </message>
    <message>
        <source>It verifies with the signature in another header.</source>
        <translation>签名取自另一个标头时有效。</translation>
    </message>
    <message>
        <source>It verifies with the signature in the header %1: the scheme reads another one.</source>
        <translation>签名取自标头 %1 时有效：方案读取的是另一个标头。</translation>
    </message>
    <message>
        <source>It verifies when what stands before the signature is as the scheme has it: a prefix or a blank is missing or too many.</source>
        <translation>签名前面的内容与方案一致时有效：缺少或多出了前缀或空格。</translation>
    </message>
    <message>
        <source>The signature that arrived is the beginning of the right one: it was cut off.</source>
        <translation>到达的签名是正确签名的开头部分：它被截断了。</translation>
    </message>
    <message>
        <source>The signature that arrived is the first %1 characters of the right one: it was cut off.</source>
        <translation>到达的签名是正确签名的前 %1 个字符：它被截断了。</translation>
    </message>
    <message>
        <source>It verifies by another provider&apos;s scheme.</source>
        <translation>按另一个提供商的方案签名有效。</translation>
    </message>
    <message>
        <source>It verifies by the scheme &quot;%1&quot; with the same secret: set that scheme on the endpoint.</source>
        <translation>使用同一密钥按方案“%1”验证时签名有效：请在端点上设置该方案。</translation>
    </message>
    <message>
        <source>The signature is right, but the event is too old.</source>
        <translation>签名正确，但事件太旧。</translation>
    </message>
    <message>
        <source>The signature is right, but the event is too old: %1.</source>
        <translation>签名正确，但事件太旧：%1。</translation>
    </message>
    <message>
        <source>The signature is right, but the event comes from the future: one of the clocks is wrong.</source>
        <translation>签名正确，但事件来自未来：其中一个时钟有误。</translation>
    </message>
    <message>
        <source>The signature is right, but the event comes from the future: %1. One of the clocks is wrong.</source>
        <translation>签名正确，但事件来自未来：%1。其中一个时钟有误。</translation>
    </message>
    <message>
        <source>The event carries no signature.</source>
        <translation>事件没有签名。</translation>
    </message>
    <message>
        <source>The event carries no signature: there is no %1.</source>
        <translation>事件没有签名：缺少 %1。</translation>
    </message>
    <message>
        <source>Nothing that was tried makes it verify: most likely the secret is another one, or the body was changed in a way that can&apos;t be undone.</source>
        <translation>尝试过的方法都不能使签名有效：很可能密钥是另一个，或者正文以无法还原的方式被更改。</translation>
    </message>
    <message>
        <source>the id of a webhook endpoint (we_)</source>
        <translation>webhook 端点的 ID（we_）</translation>
    </message>
    <message>
        <source>the id of an API key (rzp_)</source>
        <translation>API 密钥的 ID（rzp_）</translation>
    </message>
    <message>
        <source>a SendGrid API key (SG.)</source>
        <translation>SendGrid API 密钥（SG.）</translation>
    </message>
    <message>
        <source>a URL</source>
        <translation>URL</translation>
    </message>
</context>
<context>
    <name>creel::DraftActions</name>
    <message>
        <source>&amp;Variables…</source>
        <translation>变量(&amp;V)…</translation>
    </message>
    <message>
        <source>The draft %1 was deleted</source>
        <translation>草稿 %1 已删除</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>撤消：%1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤消</translation>
    </message>
    <message>
        <source>Go back to %1, %2</source>
        <translation>返回到 %1，%2</translation>
    </message>
    <message>
        <source>There are no earlier states yet</source>
        <translation>尚无先前状态</translation>
    </message>
</context>
<context>
    <name>creel::DraftFieldsModel</name>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Creel</source>
        <translation>Creel</translation>
    </message>
    <message>
        <source>%1, not sent</source>
        <translation>%1，未发送</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Set by</source>
        <translation>设置者</translation>
    </message>
</context>
<context>
    <name>creel::DraftList</name>
    <message>
        <source>Drafts</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Rename the draft</source>
        <translation>重命名草稿</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Rename the folder</source>
        <translation>重命名文件夹</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>移动到</translation>
    </message>
    <message>
        <source>No folder</source>
        <translation>无文件夹</translation>
    </message>
    <message>
        <source>New folder…</source>
        <translation>新建文件夹…</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>新建文件夹</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
</context>
<context>
    <name>creel::EndpointActions</name>
    <message>
        <source>%1, secret of the sample</source>
        <translation>%1，示例的密钥</translation>
    </message>
    <message>
        <source>Endpoint %1 deleted</source>
        <translation>端点 %1 已删除</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>撤消：%1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤消</translation>
    </message>
</context>
<context>
    <name>creel::EndpointEditor</name>
    <message>
        <source>Edit endpoint</source>
        <translation>编辑端点</translation>
    </message>
    <message>
        <source>New endpoint</source>
        <translation>新建端点</translation>
    </message>
    <message>
        <source>This body is not plain text. It is kept as it is.</source>
        <translation>此正文不是纯文本，将保持原样。</translation>
    </message>
    <message>
        <source>The provider %1 is not in the catalog of this version; its events are not verified.</source>
        <translation>提供商 %1 不在此版本的目录中；其事件不会被验证。</translation>
    </message>
    <message>
        <source>Add a public key</source>
        <translation>添加公钥</translation>
    </message>
    <message>
        <source>Add a secret</source>
        <translation>添加密钥</translation>
    </message>
    <message>
        <source>A public key is not secret: it is stored in the workspace.</source>
        <translation>公钥不是机密：它存储在工作区中。</translation>
    </message>
    <message>
        <source>%1 Until then secrets are held while Creel runs and are never written to disk.</source>
        <translation>%1 在此之前，密钥仅在 Creel 运行期间保存，绝不写入磁盘。</translation>
    </message>
    <message>
        <source>Secrets are stored in the system keychain, never in the workspace.</source>
        <translation>密钥存储在系统密钥链中，绝不存储在工作区中。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a header. Write each as Name: value.</source>
        <translation>“%1” 不是标头。请将每个标头写成 Name: value。</translation>
    </message>
    <message>
        <source>%1 is set by Creel from the body. Remove it.</source>
        <translation>%1 由 Creel 根据正文设置。请将其移除。</translation>
    </message>
    <message>
        <source>The path must begin with a slash, such as /stripe.</source>
        <translation>路径必须以斜杠开头，例如 /stripe。</translation>
    </message>
    <message>
        <source>A path has no blank, ? or #: the query does not count.</source>
        <translation>路径不能含空白、? 或 #：查询不计入。</translation>
    </message>
    <message>
        <source>There is an endpoint %1 already. Edit that one.</source>
        <translation>端点 %1 已存在。请编辑该端点。</translation>
    </message>
    <message>
        <source>The public URL begins with http:// or https://.</source>
        <translation>公开 URL 以 http:// 或 https:// 开头。</translation>
    </message>
    <message numerus="yes">
        <source>%1 secret %n</source>
        <translation>
            <numerusform>%1 密钥 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>as the provider needs them</source>
        <translation>按提供商的需要</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete the older secret %1</source>
        <translation>删除旧密钥 %1</translation>
    </message>
</context>
<context>
    <name>creel::EndpointModel</name>
    <message>
        <source>All events</source>
        <translation>所有事件</translation>
    </message>
    <message>
        <source>/ (any other)</source>
        <translation>/（其他所有路径）</translation>
    </message>
    <message>
        <source>%1, %2 events</source>
        <translation>%1，%2 个事件</translation>
    </message>
</context>
<context>
    <name>creel::EventActions</name>
    <message numerus="yes">
        <source>%n event(s) deleted</source>
        <translation>
            <numerusform>已删除 %n 个事件</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>撤消：%1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤消</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) unpinned</source>
        <translation>
            <numerusform>已取消固定 %n 个事件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) pinned: retention keeps them</source>
        <translation>
            <numerusform>已固定 %n 个事件：不受保留限制影响</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Select up to %1 events to copy them as curl commands.</source>
        <translation>最多选择 %1 个事件以复制为 curl 命令。</translation>
    </message>
    <message>
        <source>Copied as curl; credentials are placeholders</source>
        <translation>已复制为 curl；凭据为占位符</translation>
    </message>
    <message>
        <source>Copied as curl, with its credentials</source>
        <translation>已复制为 curl，包含凭据</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) tagged</source>
        <translation>
            <numerusform>已为 %n 个事件设置标签</numerusform>
        </translation>
    </message>
    <message>
        <source>Saving a copy…</source>
        <translation>正在保存副本…</translation>
    </message>
    <message>
        <source>Copy saved as %1</source>
        <translation>副本已保存为 %1</translation>
    </message>
    <message>
        <source>Compacting…</source>
        <translation>正在压缩…</translation>
    </message>
    <message>
        <source>The workspace is compact.</source>
        <translation>工作区已压缩。</translation>
    </message>
</context>
<context>
    <name>creel::EventPane</name>
    <message>
        <source>Reading the event…</source>
        <translation>正在读取事件…</translation>
    </message>
    <message>
        <source>As curl command</source>
        <translation>作为 curl 命令</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>标头</translation>
    </message>
    <message>
        <source>Whole request</source>
        <translation>完整请求</translation>
    </message>
    <message>
        <source>Explanation of the signature</source>
        <translation>签名说明</translation>
    </message>
    <message>
        <source>Select an event to see it here.</source>
        <translation>选择一个事件以在此查看。</translation>
    </message>
    <message>
        <source>Reading was canceled. Select the event again to read it.</source>
        <translation>读取已取消。请重新选择事件以读取。</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>来自 %1</translation>
    </message>
    <message>
        <source>Not an HTTP request</source>
        <translation>不是 HTTP 请求</translation>
    </message>
    <message>
        <source>This is not valid HTTP: %1</source>
        <translation>这不是有效的 HTTP：%1</translation>
    </message>
    <message>
        <source>The request was cut off: %1</source>
        <translation>请求被截断：%1</translation>
    </message>
    <message>
        <source>The request was refused: %1</source>
        <translation>请求被拒绝：%1</translation>
    </message>
    <message>
        <source>All bytes that came:</source>
        <translation>收到的所有字节：</translation>
    </message>
    <message>
        <source>This is the start of the body, %1 of %2.</source>
        <translation>这是正文的开头，%1 / %2。</translation>
    </message>
    <message>
        <source>The request has no body.</source>
        <translation>请求没有正文。</translation>
    </message>
    <message>
        <source>Mask secrets</source>
        <translation>遮盖密钥</translation>
    </message>
    <message numerus="yes">
        <source>Show %n secret(s)</source>
        <translation>
            <numerusform>显示 %n 个密钥</numerusform>
        </translation>
    </message>
    <message>
        <source>Credentials are shown and copied as they came</source>
        <translation>凭据按收到的原样显示和复制</translation>
    </message>
    <message>
        <source>Credentials are shown and copied as placeholders</source>
        <translation>凭据以占位符显示和复制</translation>
    </message>
    <message>
        <source>This looks like %1: add the secret…</source>
        <translation>这看起来像 %1：添加密钥…</translation>
    </message>
    <message>
        <source>Headers %1</source>
        <translation>标头 %1</translation>
    </message>
    <message>
        <source>Signature %1</source>
        <translation>签名 %1</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>响应</translation>
    </message>
    <message>
        <source>Response %1</source>
        <translation>响应 %1</translation>
    </message>
    <message>
        <source>handshake</source>
        <translation>握手</translation>
    </message>
    <message>
        <source>Event %1 from %2, received %3 UTC
%4</source>
        <translation>事件 %1，来自 %2，接收于 %3 UTC
%4</translation>
    </message>
    <message>
        <source>%1: see why</source>
        <translation>%1：查看原因</translation>
    </message>
</context>
<context>
    <name>creel::EventTable</name>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Columns of the event table</source>
        <translation>事件表的列</translation>
    </message>
</context>
<context>
    <name>creel::EventTableModel</name>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Provider ID</source>
        <translation>提供商 ID</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>creel::ExportActions</name>
    <message>
        <source>NDJSON</source>
        <translation>NDJSON</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>curl commands</source>
        <translation>curl 命令</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Save or copy events</source>
        <translation>保存或复制事件</translation>
    </message>
    <message>
        <source>Export as &amp;NDJSON…</source>
        <translation>导出为 NDJSON(&amp;N)…</translation>
    </message>
    <message>
        <source>Export as &amp;JSON…</source>
        <translation>导出为 JSON(&amp;J)…</translation>
    </message>
    <message>
        <source>Export as c&amp;url commands…</source>
        <translation>导出为 curl 命令(&amp;U)…</translation>
    </message>
    <message>
        <source>Export as %1</source>
        <translation>导出为 %1</translation>
    </message>
    <message>
        <source>Selected events (%1)</source>
        <translation>所选事件 (%1)</translation>
    </message>
    <message>
        <source>All events in the list (%1)</source>
        <translation>列表中的所有事件 (%1)</translation>
    </message>
    <message>
        <source>Put placeholders for credentials that senders wrote</source>
        <translation>用占位符替换发送方写入的凭据</translation>
    </message>
    <message>
        <source>Tokens and passwords in headers, addresses and bodies. Afterwards you see how many.</source>
        <translation>标头、地址和正文中的令牌和密码。完成后会显示数量。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>正在导出…</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>This is too much for the clipboard: save it to a file.</source>
        <translation>内容太多，剪贴板无法容纳：请保存到文件。</translation>
    </message>
    <message>
        <source>%1 of %2 events</source>
        <translation>%1 / %2 个事件</translation>
    </message>
    <message>
        <source>The export was canceled; nothing was written.</source>
        <translation>导出已取消；未写入任何内容。</translation>
    </message>
    <message>
        <source>the clipboard</source>
        <translation>剪贴板</translation>
    </message>
    <message>
        <source>%1 events exported to %2; placeholders for credentials: %3</source>
        <translation>已将 %1 个事件导出到 %2；凭据占位符：%3</translation>
    </message>
    <message>
        <source>%1 events exported to %2, exactly as they came</source>
        <translation>已将 %1 个事件按原样导出到 %2</translation>
    </message>
</context>
<context>
    <name>creel::FieldsEditor</name>
    <message>
        <source>Headers of the request</source>
        <translation>请求的标头</translation>
    </message>
    <message>
        <source>Add header</source>
        <translation>添加标头</translation>
    </message>
    <message>
        <source>Add a header</source>
        <translation>添加一个标头</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove the header</source>
        <translation>移除标头</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move the header up</source>
        <translation>上移标头</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Move the header down</source>
        <translation>下移标头</translation>
    </message>
</context>
<context>
    <name>creel::FieldsModel</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>creel::FieldsView</name>
    <message>
        <source>Fields of the form</source>
        <translation>表单的字段</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>creel::HandshakeBar</name>
    <message>
        <source>Confirm the subscription…</source>
        <translation>确认订阅…</translation>
    </message>
    <message>
        <source>AWS SNS asks for a visit to %1 that confirms the subscription. Nothing was visited yet.</source>
        <translation>AWS SNS 要求访问 %1 以确认订阅。尚未访问任何地址。</translation>
    </message>
    <message>
        <source>AWS SNS asks for a confirmation, but its signature is not good: it is not offered.</source>
        <translation>AWS SNS 要求确认，但其签名无效：不提供确认。</translation>
    </message>
    <message>
        <source>The SubscribeURL of this event does not belong to AWS over https: Creel does not visit it.</source>
        <translation>此事件的 SubscribeURL 不是 AWS 的 https 地址：Creel 不会访问它。</translation>
    </message>
    <message>
        <source>A handshake: the provider checks that this URL is yours. Creel answered it.</source>
        <translation>握手：提供商在检查此 URL 是否属于您。Creel 已响应。</translation>
    </message>
    <message>
        <source>Confirm the subscription</source>
        <translation>确认订阅</translation>
    </message>
    <message>
        <source>Creel sends one GET request to %1:

%2</source>
        <translation>Creel 将向 %1 发送一个 GET 请求：

%2</translation>
    </message>
    <message>
        <source>Visit %1</source>
        <translation>访问 %1</translation>
    </message>
    <message>
        <source>Visiting…</source>
        <translation>正在访问…</translation>
    </message>
    <message>
        <source>Not confirmed: %1</source>
        <translation>未确认：%1</translation>
    </message>
    <message>
        <source>Confirmed: AWS SNS answered %1.</source>
        <translation>已确认：AWS SNS 的响应为 %1。</translation>
    </message>
    <message>
        <source>Not confirmed: AWS SNS answered %1. Its link may have been used or be too old.</source>
        <translation>未确认：AWS SNS 的响应为 %1。其链接可能已被使用或已过期。</translation>
    </message>
</context>
<context>
    <name>creel::HandshakePane</name>
    <message>
        <source>Play</source>
        <translation>模拟</translation>
    </message>
    <message>
        <source>Play a handshake</source>
        <translation>模拟握手</translation>
    </message>
    <message>
        <source>Send the challenge (Ctrl+Enter)</source>
        <translation>发送质询 (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close the handshake</source>
        <translation>关闭握手面板</translation>
    </message>
    <message>
        <source>Parts of the challenge</source>
        <translation>质询的各部分</translation>
    </message>
    <message>
        <source>Handshake</source>
        <translation>握手</translation>
    </message>
    <message>
        <source>On the wire</source>
        <translation>实际发送</translation>
    </message>
    <message>
        <source>Address that is to answer</source>
        <translation>应响应的地址</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Bytes on the wire</source>
        <translation>实际发送的字节</translation>
    </message>
    <message>
        <source>As the endpoint has it</source>
        <translation>按端点的设置</translation>
    </message>
    <message>
        <source>Exactly these bytes are sent.</source>
        <translation>将发送的正是这些字节。</translation>
    </message>
    <message>
        <source>There was no whole answer to judge.</source>
        <translation>没有可供判断的完整响应。</translation>
    </message>
    <message>
        <source>The answer is right.</source>
        <translation>响应正确。</translation>
    </message>
    <message>
        <source>The answer is not what the provider wants.</source>
        <translation>响应不符合提供商的要求。</translation>
    </message>
</context>
<context>
    <name>creel::HeadersModel</name>
    <message>
        <source>Trailer</source>
        <translation>尾部</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>creel::HeadersView</name>
    <message>
        <source>First line</source>
        <translation>首行</translation>
    </message>
    <message>
        <source>Head, as it came</source>
        <translation>请求头，原样</translation>
    </message>
    <message>
        <source>Header fields</source>
        <translation>标头字段</translation>
    </message>
    <message>
        <source>As it came</source>
        <translation>原样</translation>
    </message>
    <message>
        <source>Show the head&apos;s exact bytes</source>
        <translation>显示请求头的准确字节</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>全部复制</translation>
    </message>
    <message>
        <source>Copy the head</source>
        <translation>复制请求头</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy line</source>
        <translation>复制行</translation>
    </message>
</context>
<context>
    <name>creel::ImportActions</name>
    <message>
        <source>&amp;Import events…</source>
        <translation>导入事件(&amp;I)…</translation>
    </message>
    <message>
        <source>Import events</source>
        <translation>导入事件</translation>
    </message>
    <message>
        <source>Events as NDJSON (*.ndjson *.jsonl)</source>
        <translation>NDJSON 格式的事件 (*.ndjson *.jsonl)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>正在导入…</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1，第 %2 行：%3</translation>
    </message>
    <message>
        <source>%1 lines read</source>
        <translation>已读取 %1 行</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) imported from %1. Lines that are no events: %2. The first: %3</source>
        <translation>
            <numerusform>已从 %1 导入 %n 个事件。不是事件的行：%2。第一处：%3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The import was canceled after %n event(s).</source>
        <translation>
            <numerusform>导入已在 %n 个事件后取消。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) imported from %1</source>
        <translation>
            <numerusform>已从 %1 导入 %n 个事件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>creel::JsonTreeModel</name>
    <message>
        <source>%1 members</source>
        <translation>%1 个成员</translation>
    </message>
    <message>
        <source>%1 items</source>
        <translation>%1 个项目</translation>
    </message>
    <message numerus="yes">
        <source>%Ln member(s)</source>
        <translation>
            <numerusform>%Ln 个成员</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <translation>
            <numerusform>%Ln 个项目</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
</context>
<context>
    <name>creel::JsonTreeView</name>
    <message>
        <source>Body as a tree</source>
        <translation>正文的树形视图</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>复制值</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>复制为 JSON</translation>
    </message>
    <message>
        <source>Copy key</source>
        <translation>复制键</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>Copy JSON Pointer</source>
        <translation>复制 JSON Pointer</translation>
    </message>
</context>
<context>
    <name>creel::ListPane</name>
    <message>
        <source>Search events</source>
        <translation>搜索事件</translation>
    </message>
    <message>
        <source>Search in heads and bodies</source>
        <translation>在请求头和正文中搜索</translation>
    </message>
    <message>
        <source>Tags of the selected events</source>
        <translation>所选事件的标签</translation>
    </message>
    <message>
        <source>Tags, separated by commas; empty removes them</source>
        <translation>标签，用逗号分隔；留空则移除</translation>
    </message>
    <message>
        <source>Save tags</source>
        <translation>保存标签</translation>
    </message>
    <message>
        <source>Show all events</source>
        <translation>显示所有事件</translation>
    </message>
    <message>
        <source>Show newest</source>
        <translation>显示最新事件</translation>
    </message>
    <message>
        <source>Searching, %1 found</source>
        <translation>正在搜索，已找到 %1 个</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>0 of %1 match</source>
        <translation>0 / %1 匹配</translation>
    </message>
    <message>
        <source>Nothing has come to this endpoint yet.</source>
        <translation>此端点尚未收到任何内容。</translation>
    </message>
    <message>
        <source>Nothing has come yet.</source>
        <translation>尚未收到任何内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n new event(s) above</source>
        <translation>
            <numerusform>上方有 %n 个新事件</numerusform>
        </translation>
    </message>
    <message>
        <source>Sorted by time, newest first</source>
        <translation>按时间排序，最新的在前</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在搜索…</translation>
    </message>
    <message>
        <source>Show only events of this verdict</source>
        <translation>仅显示此验证结果的事件</translation>
    </message>
    <message>
        <source>Any verdict</source>
        <translation>任何验证结果</translation>
    </message>
</context>
<context>
    <name>creel::ListeningChip</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Listening on</source>
        <translation>正在监听</translation>
    </message>
    <message>
        <source>Click to copy the address</source>
        <translation>点击以复制地址</translation>
    </message>
    <message>
        <source>Listening on %1; press Space to copy the address</source>
        <translation>正在监听 %1；按空格键复制地址</translation>
    </message>
</context>
<context>
    <name>creel::LogDialog</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Nothing was logged yet.</source>
        <translation>尚无日志。</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>creel::MainWindow</name>
    <message>
        <source>%1 (read-only) — Creel</source>
        <translation>%1（只读）— Creel</translation>
    </message>
    <message>
        <source>%1 — Creel</source>
        <translation>%1 — Creel</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Address copied</source>
        <translation>地址已复制</translation>
    </message>
    <message>
        <source>Events are stored again.</source>
        <translation>已恢复存储事件。</translation>
    </message>
    <message>
        <source>Endpoint %1 saved</source>
        <translation>端点 %1 已保存</translation>
    </message>
    <message>
        <source>This workspace is read-only: events can be read, nothing can be changed.</source>
        <translation>此工作区为只读：可以读取事件，但不能更改任何内容。</translation>
    </message>
    <message>
        <source>The sample is signed. To see it verified:</source>
        <translation>示例已签名。要验证它：</translation>
    </message>
    <message>
        <source>Add %1 and send it again</source>
        <translation>添加 %1 并重新发送</translation>
    </message>
    <message>
        <source>Port %1 is taken by another program</source>
        <translation>端口 %1 已被其他程序占用</translation>
    </message>
    <message>
        <source>Port %1 is taken by %2</source>
        <translation>端口 %1 已被 %2 占用</translation>
    </message>
    <message>
        <source>%1; listening on %2. Senders need this address.</source>
        <translation>%1；正在 %2 上监听。发送方需要使用此地址。</translation>
    </message>
</context>
<context>
    <name>creel::MaskPage</name>
    <message>
        <source>Secrets</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>&quot;%1&quot; can&apos;t be the name of a header.</source>
        <translation>“%1” 不能作为标头的名称。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; can&apos;t be the name of a value.</source>
        <translation>“%1” 不能作为值的名称。</translation>
    </message>
</context>
<context>
    <name>creel::OptionsPanel</name>
    <message>
        <source>As the system says</source>
        <translation>跟随系统设置</translation>
    </message>
    <message>
        <source>Without a proxy</source>
        <translation>不使用代理</translation>
    </message>
    <message>
        <source>HTTP proxy (CONNECT)</source>
        <translation>HTTP 代理 (CONNECT)</translation>
    </message>
    <message>
        <source>SOCKS5 proxy</source>
        <translation>SOCKS5 代理</translation>
    </message>
    <message>
        <source>Certificates to trust</source>
        <translation>要信任的证书</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>客户端证书</translation>
    </message>
    <message>
        <source>Key of the client certificate</source>
        <translation>客户端证书的私钥</translation>
    </message>
</context>
<context>
    <name>creel::Preferences</name>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>Pages of the preferences</source>
        <translation>首选项页面</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>creel::ReceiverPage</name>
    <message>
        <source>Receiver</source>
        <translation>接收器</translation>
    </message>
    <message>
        <source>The address is an IP address of this computer, such as 127.0.0.1 or 0.0.0.0, or empty.</source>
        <translation>地址须为本机的 IP 地址，例如 127.0.0.1 或 0.0.0.0，或留空。</translation>
    </message>
</context>
<context>
    <name>creel::ResendActions</name>
    <message>
        <source>&amp;Resend</source>
        <translation>重新发送(&amp;R)</translation>
    </message>
    <message>
        <source>Resend &amp;signed again</source>
        <translation>重新签名并发送(&amp;S)</translation>
    </message>
    <message>
        <source>Resend &amp;to…</source>
        <translation>重新发送到(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Edit and resend</source>
        <translation>编辑并重新发送(&amp;E)</translation>
    </message>
    <message>
        <source>Resend</source>
        <translation>重新发送</translation>
    </message>
    <message>
        <source>Send the event again (R)</source>
        <translation>重新发送事件 (R)</translation>
    </message>
    <message>
        <source>Edit and resend</source>
        <translation>编辑并重新发送</translation>
    </message>
    <message>
        <source>Make a draft of the event (Shift+R)</source>
        <translation>由事件创建草稿 (Shift+R)</translation>
    </message>
    <message>
        <source>Send the events again as they were, one after the other</source>
        <translation>按原样逐个重新发送事件</translation>
    </message>
    <message>
        <source>Resend signed again</source>
        <translation>重新签名并发送</translation>
    </message>
    <message>
        <source>Send the events again with a fresh timestamp and signature</source>
        <translation>使用新的时间戳和签名重新发送事件</translation>
    </message>
    <message>
        <source>Where should events of %1 be sent? Creel remembers it for this endpoint.</source>
        <translation>%1 的事件应发送到哪里？Creel 会为此端点记住该地址。</translation>
    </message>
    <message>
        <source>Address to send to</source>
        <translation>发送到的地址</translation>
    </message>
    <message>
        <source>Without a path, each event keeps its own.</source>
        <translation>不带路径时，每个事件保留自己的路径。</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Sending %1 of %2 events</source>
        <translation>正在发送 %1 / %2 个事件</translation>
    </message>
    <message>
        <source>%1 has no scheme with a secret to sign by. Add them to the endpoint first.</source>
        <translation>%1 没有带密钥的签名方案可用于签名。请先将其添加到端点。</translation>
    </message>
    <message>
        <source>Only %1 itself can sign its events: the key is private. Edit and resend signs with a key of your own.</source>
        <translation>只有 %1 自己才能为其事件签名：密钥是私有的。“编辑并重新发送”会使用您自己的密钥签名。</translation>
    </message>
    <message>
        <source>Sending event %1…</source>
        <translation>正在发送事件 %1…</translation>
    </message>
    <message>
        <source>Event %1 was sent to %2: status %3 after %4</source>
        <translation>事件 %1 已发送到 %2：状态 %3，用时 %4</translation>
    </message>
    <message>
        <source>%1 of %2 events sent: %3 with a status below 400, %4 with another, %5 failed</source>
        <translation>已发送 %1 / %2 个事件：%3 个状态低于 400，%4 个为其他状态，%5 个失败</translation>
    </message>
    <message>
        <source>%1. The last problem: %2</source>
        <translation>%1。最后一个问题：%2</translation>
    </message>
</context>
<context>
    <name>creel::ResponseView</name>
    <message>
        <source>Status of the answer</source>
        <translation>响应的状态</translation>
    </message>
    <message>
        <source>What became of the answer</source>
        <translation>响应的结果</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>无响应</translation>
    </message>
    <message>
        <source>The sender was not answered, or this was not recorded.</source>
        <translation>未响应发送方，或未记录响应。</translation>
    </message>
    <message>
        <source>The answer was sent.</source>
        <translation>响应已发送。</translation>
    </message>
    <message>
        <source>The sender closed the connection before the answer was sent.</source>
        <translation>发送方在响应发送之前关闭了连接。</translation>
    </message>
    <message>
        <source>Whether the answer was sent is not recorded.</source>
        <translation>未记录响应是否已发送。</translation>
    </message>
    <message>
        <source>It left %1 ms after the request was complete.</source>
        <translation>在请求完成 %1 ms 后发出。</translation>
    </message>
    <message>
        <source>The endpoint waits %1 ms before each answer.</source>
        <translation>端点在每次响应前等待 %1 ms。</translation>
    </message>
    <message>
        <source>It has no body.</source>
        <translation>没有正文。</translation>
    </message>
</context>
<context>
    <name>creel::ResultView</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Status of the answer</source>
        <translation>响应的状态</translation>
    </message>
    <message>
        <source>Time and size of the answer</source>
        <translation>响应的时间和大小</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>正在发送</translation>
    </message>
    <message>
        <source>Cancel sending</source>
        <translation>取消发送</translation>
    </message>
    <message>
        <source>Parts of the answer</source>
        <translation>响应的各部分</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>响应</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>标头</translation>
    </message>
    <message>
        <source>Timings</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>尚未发送</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>无响应</translation>
    </message>
    <message>
        <source>%1 · %2 · attempt %3</source>
        <translation>%1 · %2 · 第 %3 次尝试</translation>
    </message>
    <message>
        <source>The answer has no body.</source>
        <translation>响应没有正文。</translation>
    </message>
    <message>
        <source>Reading the answer…</source>
        <translation>正在读取响应…</translation>
    </message>
    <message>
        <source>This is the start of the answer.</source>
        <translation>这是响应的开头。</translation>
    </message>
    <message>
        <source>Headers %1</source>
        <translation>标头 %1</translation>
    </message>
</context>
<context>
    <name>creel::SchemeForm</name>
    <message>
        <source>The secret itself</source>
        <translation>密钥本身</translation>
    </message>
    <message>
        <source>Basic authentication</source>
        <translation>Basic 认证</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>milliseconds</source>
        <translation>毫秒</translation>
    </message>
    <message>
        <source>ISO 8601 or seconds</source>
        <translation>ISO 8601 或秒</translation>
    </message>
    <message>
        <source>its text as it is</source>
        <translation>其原样文本</translation>
    </message>
    <message>
        <source>hex of the key</source>
        <translation>密钥的十六进制</translation>
    </message>
    <message>
        <source>base64 of the key</source>
        <translation>密钥的 base64</translation>
    </message>
    <message>
        <source>a public key</source>
        <translation>公钥</translation>
    </message>
    <message>
        <source>text or a public key</source>
        <translation>文本或公钥</translation>
    </message>
    <message>
        <source>Body, as it came</source>
        <translation>正文，原样</translation>
    </message>
    <message>
        <source>Timestamp, as it came</source>
        <translation>时间戳，原样</translation>
    </message>
    <message>
        <source>Message id</source>
        <translation>消息 ID</translation>
    </message>
    <message>
        <source>Whole URL</source>
        <translation>完整 URL</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>A header</source>
        <translation>标头</translation>
    </message>
    <message>
        <source>A value of the JSON body</source>
        <translation>JSON 正文的值</translation>
    </message>
    <message>
        <source>SHA-256 of the body</source>
        <translation>正文的 SHA-256</translation>
    </message>
    <message>
        <source>The secret</source>
        <translation>密钥</translation>
    </message>
</context>
<context>
    <name>creel::SchemeListModel</name>
    <message>
        <source>%1 (yours)</source>
        <translation>%1（自定义）</translation>
    </message>
    <message>
        <source>%1 (can&apos;t be read)</source>
        <translation>%1（无法读取）</translation>
    </message>
</context>
<context>
    <name>creel::SchemeModel</name>
    <message>
        <source>None: signatures are not checked</source>
        <translation>无：不检查签名</translation>
    </message>
</context>
<context>
    <name>creel::SchemePreview</name>
    <message>
        <source>Test secret</source>
        <translation>测试密钥</translation>
    </message>
    <message>
        <source>A test secret; it is not stored. Empty: a random one</source>
        <translation>测试密钥；不会存储。留空则随机生成</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show the test secret</source>
        <translation>显示测试密钥</translation>
    </message>
    <message>
        <source>Test &amp;secret</source>
        <translation>测试密钥(&amp;S)</translation>
    </message>
    <message>
        <source>Headers that signing adds</source>
        <translation>签名添加的标头</translation>
    </message>
    <message>
        <source>No event is selected in the list: a small message that the scheme signs itself stands in.</source>
        <translation>列表中未选择事件：使用由签名方案自行签名的一条简短消息代替。</translation>
    </message>
    <message>
        <source>On the selected event #%1: %2 %3</source>
        <translation>针对所选事件 #%1：%2 %3</translation>
    </message>
    <message>
        <source>the test secret</source>
        <translation>测试密钥</translation>
    </message>
    <message>
        <source>Signing adds:
%1</source>
        <translation>签名将添加：
%1</translation>
    </message>
</context>
<context>
    <name>creel::SchemesWindow</name>
    <message>
        <source>Signature schemes</source>
        <translation>签名方案</translation>
    </message>
    <message>
        <source>Find a scheme</source>
        <translation>查找签名方案</translation>
    </message>
    <message>
        <source>Schemes</source>
        <translation>签名方案</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>创建副本</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>The scheme as JSON</source>
        <translation>JSON 形式的签名方案</translation>
    </message>
    <message>
        <source>Ways to edit the scheme</source>
        <translation>签名方案的编辑方式</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>放弃更改</translation>
    </message>
    <message>
        <source>Save scheme</source>
        <translation>保存签名方案</translation>
    </message>
    <message>
        <source>Save or discard the changes first.</source>
        <translation>请先保存或放弃更改。</translation>
    </message>
    <message>
        <source>%1 is built in, and code makes its signed content. Duplicate it to change its other parts.</source>
        <translation>%1 是内置方案，其签名内容由代码生成。创建副本即可更改其他部分。</translation>
    </message>
    <message>
        <source>%1 is built in. Duplicate it to make one of your own.</source>
        <translation>%1 是内置方案。创建副本即可制作您自己的方案。</translation>
    </message>
    <message>
        <source>A new scheme. Once it is saved, endpoints can use it.</source>
        <translation>新的签名方案。保存后，端点即可使用。</translation>
    </message>
    <message>
        <source>Your own scheme, in %1.</source>
        <translation>您自己的签名方案，位于 %1。</translation>
    </message>
    <message>
        <source>New scheme</source>
        <translation>新建签名方案</translation>
    </message>
    <message>
        <source>Copy of %1</source>
        <translation>%1 的副本</translation>
    </message>
    <message>
        <source>Delete scheme</source>
        <translation>删除签名方案</translation>
    </message>
    <message>
        <source>%1 is deleted from your schemes. Endpoints that use it verify nothing until they get another.</source>
        <translation>将从您的签名方案中删除 %1。使用它的端点在换用其他方案之前不会进行任何验证。</translation>
    </message>
    <message>
        <source>Import a scheme</source>
        <translation>导入签名方案</translation>
    </message>
    <message>
        <source>Schemes (*.json)</source>
        <translation>签名方案 (*.json)</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>%1 was not imported. %2</source>
        <translation>未导入 %1。%2</translation>
    </message>
    <message>
        <source>Export the scheme</source>
        <translation>导出签名方案</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
</context>
<context>
    <name>creel::SecretChooser</name>
    <message>
        <source>Secret</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Value of the secret</source>
        <translation>密钥的值</translation>
    </message>
    <message>
        <source>For this time; kept nowhere</source>
        <translation>仅用于本次；不会保存</translation>
    </message>
    <message>
        <source>Type it in</source>
        <translation>手动输入</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>creel::SecretRow</name>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Name of the secret</source>
        <translation>密钥的名称</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Paste the secret</source>
        <translation>粘贴密钥</translation>
    </message>
    <message>
        <source>%1, type to replace it</source>
        <translation>%1，输入以替换</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>显示输入的内容</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove this secret</source>
        <translation>移除此密钥</translation>
    </message>
    <message>
        <source>%1: enter it again</source>
        <translation>%1：请重新输入</translation>
    </message>
</context>
<context>
    <name>creel::SideBar</name>
    <message>
        <source>+ New endpoint</source>
        <translation>+ 新建端点</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>端点</translation>
    </message>
    <message>
        <source>New endpoint…</source>
        <translation>新建端点…</translation>
    </message>
    <message>
        <source>Edit endpoint…</source>
        <translation>编辑端点…</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Delete endpoint</source>
        <translation>删除端点</translation>
    </message>
</context>
<context>
    <name>creel::SignatureView</name>
    <message>
        <source>This looks like %1, and the endpoint has no signature scheme yet, so nothing was verified. Add the secret that %1 shows you.</source>
        <translation>这看起来像 %1，而端点尚无签名方案，因此未进行验证。请添加 %1 提供给您的密钥。</translation>
    </message>
    <message>
        <source>The endpoint has no signature scheme, so nothing was verified. Choose the provider&apos;s scheme and add the secret: what is already here is then verified, too.</source>
        <translation>端点没有签名方案，因此未进行验证。请选择提供商的签名方案并添加密钥：已收到的事件随后也会被验证。</translation>
    </message>
    <message>
        <source>The endpoint has no secret. Add the one that the provider shows: what is already here is then verified, too.</source>
        <translation>端点没有密钥。请添加提供商显示的密钥：已收到的事件随后也会被验证。</translation>
    </message>
    <message>
        <source>This looks like %1: add the secret…</source>
        <translation>这看起来像 %1：添加密钥…</translation>
    </message>
    <message>
        <source>Choose the scheme…</source>
        <translation>选择签名方案…</translation>
    </message>
    <message>
        <source>Add the secret…</source>
        <translation>添加密钥…</translation>
    </message>
    <message>
        <source>Scheme: %1</source>
        <translation>签名方案：%1</translation>
    </message>
    <message>
        <source>Signature in: %1</source>
        <translation>签名位于：%1</translation>
    </message>
    <message>
        <source>Secret that matched: %1</source>
        <translation>匹配的密钥：%1</translation>
    </message>
    <message>
        <source>The signature could not be verified</source>
        <translation>无法验证签名</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Signature, aligned</source>
        <translation>签名，对齐显示</translation>
    </message>
    <message>
        <source>received</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>预期</translation>
    </message>
    <message>
        <source>Signed at %1, %2 s before receipt: too old.</source>
        <translation>签名于 %1，早于收到时间 %2 s：过旧。</translation>
    </message>
    <message>
        <source>Signed at %1, %2 s after receipt: too far ahead.</source>
        <translation>签名于 %1，晚于收到时间 %2 s：过于超前。</translation>
    </message>
    <message>
        <source>Signed at %1, %2 s after receipt: fresh.</source>
        <translation>签名于 %1，晚于收到时间 %2 s：未过期。</translation>
    </message>
    <message>
        <source>Signed at %1, %2 s before receipt: fresh.</source>
        <translation>签名于 %1，早于收到时间 %2 s：未过期。</translation>
    </message>
    <message>
        <source>Signed content: %1 bytes</source>
        <translation>签名内容：%1 字节</translation>
    </message>
    <message>
        <source>Received: %1</source>
        <translation>收到：%1</translation>
    </message>
    <message>
        <source>Expected: %1</source>
        <translation>预期：%1</translation>
    </message>
    <message>
        <source>The value of the secret &quot;%1&quot; was held while Creel ran, as there is no system keychain. Enter it again: what is already here is then verified, too.</source>
        <translation>由于没有系统密钥链，密钥“%1”的值只在 Creel 运行期间保留。请重新输入：已有的事件也会随之验证。</translation>
    </message>
    <message>
        <source>The value of the secret &quot;%1&quot; can&apos;t be read. %2</source>
        <translation>无法读取密钥“%1”的值。%2</translation>
    </message>
    <message>
        <source>The value of the secret &quot;%1&quot; is not in the keychain of this computer. Enter it again: what is already here is then verified, too.</source>
        <translation>密钥“%1”的值不在这台计算机的密钥链中。请重新输入：已有的事件也会随之验证。</translation>
    </message>
    <message>
        <source>Only a complete HTTP request can be verified. The line above the tabs says what is wrong with this one.</source>
        <translation>只有完整的 HTTP 请求才能验证。选项卡上方的文字说明了此请求的问题。</translation>
    </message>
    <message>
        <source>Enter the secret…</source>
        <translation>输入密钥…</translation>
    </message>
    <message>
        <source>Tried with: %1</source>
        <translation>已尝试：%1</translation>
    </message>
</context>
<context>
    <name>creel::SigningPanel</name>
    <message>
        <source>Sign as</source>
        <translation>签名为</translation>
    </message>
    <message>
        <source>Not signed</source>
        <translation>不签名</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Time of the signature</source>
        <translation>签名的时间</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>当前时间</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>指定</translation>
    </message>
    <message>
        <source>The time that is signed</source>
        <translation>用于签名的时间</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>The request goes out without a signature.</source>
        <translation>请求将不带签名发出。</translation>
    </message>
    <message>
        <source>%1 signs with a private key: give a key of your own, in PEM.</source>
        <translation>%1 使用私钥签名：请提供您自己的 PEM 格式密钥。</translation>
    </message>
</context>
<context>
    <name>creel::StartPane</name>
    <message>
        <source>Sample: %1</source>
        <translation>示例：%1</translation>
    </message>
    <message>
        <source>Waiting for the first event</source>
        <translation>正在等待第一个事件</translation>
    </message>
    <message>
        <source>Not listening</source>
        <translation>未在监听</translation>
    </message>
    <message>
        <source>Choose Listen to start</source>
        <translation>选择“监听”以开始</translation>
    </message>
    <message>
        <source>Nothing can arrive meanwhile.</source>
        <translation>在此期间不会收到任何请求。</translation>
    </message>
</context>
<context>
    <name>creel::StatusStrip</name>
    <message>
        <source>Dismiss</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>Dismiss the problem</source>
        <translation>忽略此问题</translation>
    </message>
    <message>
        <source>Verifying again, %1 left</source>
        <translation>正在重新验证，剩余 %1 个</translation>
    </message>
    <message numerus="yes">
        <source>%1 event(s)/s</source>
        <translation>
            <numerusform>%1 个事件/s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 event(s), %2</source>
        <translation>
            <numerusform>%1 个事件，%2</numerusform>
        </translation>
    </message>
    <message>
        <source>No events yet</source>
        <translation>尚无事件</translation>
    </message>
    <message>
        <source>Indexing, %1 left</source>
        <translation>正在建立索引，剩余 %1</translation>
    </message>
    <message>
        <source>Indexed</source>
        <translation>已建立索引</translation>
    </message>
    <message>
        <source>Searches find everything; what is not indexed yet is read through, which takes longer.</source>
        <translation>搜索会找到所有内容；尚未建立索引的部分将逐一读取，用时较长。</translation>
    </message>
    <message>
        <source>Searches use the index.</source>
        <translation>搜索使用索引。</translation>
    </message>
</context>
<context>
    <name>creel::StoreBar</name>
    <message>
        <source>Keep less…</source>
        <translation>减少保留…</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>保存副本…</translation>
    </message>
    <message>
        <source>Problem of the store</source>
        <translation>存储的问题</translation>
    </message>
    <message>
        <source>Set how many events, for how long and how much is kept</source>
        <translation>设置保留的事件数、时长和大小</translation>
    </message>
    <message>
        <source>Events can&apos;t be stored: %1
Senders are answered 507 until then and may try again. Creel goes on by itself as soon as it can write.</source>
        <translation>无法存储事件：%1
在此之前，将以 507 响应发送方，发送方可能会重试。一旦可以写入，Creel 会自动继续。</translation>
    </message>
</context>
<context>
    <name>creel::StorePage</name>
    <message>
        <source>Store</source>
        <translation>存储</translation>
    </message>
</context>
<context>
    <name>creel::TimingsView</name>
    <message>
        <source>Timings</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Lookup</source>
        <translation>解析</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>First byte</source>
        <translation>首字节</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>creel::TopBar</name>
    <message>
        <source>Follow newest</source>
        <translation>跟随最新事件</translation>
    </message>
    <message>
        <source>Keep the newest event in sight. Scrolling or choosing an event stops it.</source>
        <translation>始终显示最新事件。滚动或选择事件会停止跟随。</translation>
    </message>
    <message>
        <source>Not listening</source>
        <translation>未在监听</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>监听</translation>
    </message>
    <message>
        <source>Stop listening: senders get no connection (F5)</source>
        <translation>停止监听：发送方将无法连接 (F5)</translation>
    </message>
    <message>
        <source>Start listening again (F5)</source>
        <translation>重新开始监听 (F5)</translation>
    </message>
    <message>
        <source>Read-only: nothing is caught</source>
        <translation>只读：不接收事件</translation>
    </message>
    <message>
        <source>The file of this workspace, or its folder, can&apos;t be written. Save a copy to catch events in it.</source>
        <translation>此工作区的文件或其文件夹不可写。请保存一份副本，以便在其中接收事件。</translation>
    </message>
</context>
<context>
    <name>creel::VariablesDialog</name>
    <message>
        <source>Variables</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>{{name}} in an address, a header or a body is replaced by the value when a request is sent. Values are stored in the workspace: keep secrets out of them.</source>
        <translation>发送请求时，地址、标头或正文中的 {{name}} 会替换为变量的值。值存储在工作区中：请勿在其中存放密钥。</translation>
    </message>
    <message>
        <source>Always there: {{$uuid}}, {{$timestamp}}, {{$isoTimestamp}}, {{$randomInt}}</source>
        <translation>始终可用：{{$uuid}}、{{$timestamp}}、{{$isoTimestamp}}、{{$randomInt}}</translation>
    </message>
    <message>
        <source>Variables of the workspace</source>
        <translation>工作区的变量</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add a variable</source>
        <translation>添加变量</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove the variable</source>
        <translation>移除变量</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>%1 can&apos;t be a name: it must be short, without braces and without $ at the start.</source>
        <translation>%1 不能作为名称：名称必须简短，不含花括号，且不以 $ 开头。</translation>
    </message>
    <message>
        <source>%1 is there twice.</source>
        <translation>%1 出现了两次。</translation>
    </message>
</context>
<context>
    <name>creel::WhyView</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Looking for the reason…</source>
        <translation>正在查找原因…</translation>
    </message>
    <message>
        <source>Also seen</source>
        <translation>还发现</translation>
    </message>
    <message>
        <source>Show the difference</source>
        <translation>显示差异</translation>
    </message>
    <message>
        <source>Copy explanation</source>
        <translation>复制说明</translation>
    </message>
    <message>
        <source>Verify in code</source>
        <translation>用代码验证</translation>
    </message>
    <message>
        <source>Copies a program that verifies this very event</source>
        <translation>复制一个验证此事件的程序</translation>
    </message>
    <message>
        <source>Explanation copied</source>
        <translation>说明已复制</translation>
    </message>
    <message>
        <source>What would verify</source>
        <translation>可通过验证的内容</translation>
    </message>
    <message>
        <source>The bytes that would verify</source>
        <translation>可通过验证的字节</translation>
    </message>
    <message>
        <source>Causes that were ruled out</source>
        <translation>已排除的原因</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>The search for the reason ran out of time, so nothing is ruled out.</source>
        <translation>查找原因超时，因此未排除任何原因。</translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <translation>%1 %2：%3</translation>
    </message>
    <message>
        <source>there is more than one explanation</source>
        <translation>有多种解释</translation>
    </message>
    <message>
        <source>Each of these explains it equally well:</source>
        <translation>以下每一项都同样能够解释：</translation>
    </message>
    <message>
        <source>• %1</source>
        <translation>• %1</translation>
    </message>
    <message>
        <source>Possible reason</source>
        <translation>可能的原因</translation>
    </message>
    <message>
        <source>Show the difference: %1</source>
        <translation>显示差异：%1</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Ruled out: %1 other causes ▾</source>
        <translation>已排除：其他 %1 个原因 ▾</translation>
    </message>
    <message>
        <source>Ruled out: %1 other causes ▸</source>
        <translation>已排除：其他 %1 个原因 ▸</translation>
    </message>
    <message>
        <source>Hide the %1 causes that were ruled out</source>
        <translation>隐藏已排除的 %1 个原因</translation>
    </message>
    <message>
        <source>Show the %1 causes that were ruled out</source>
        <translation>显示已排除的 %1 个原因</translation>
    </message>
    <message>
        <source>%1 copied with placeholders for secrets, so it will not verify. Show secrets and copy it again.</source>
        <translation>已复制 %1，其中密钥为占位符，因此无法通过验证。请显示密钥后重新复制。</translation>
    </message>
    <message>
        <source>%1 copied. Save it as %2, and the body of the event beside it as body.bin.</source>
        <translation>已复制 %1。请将其保存为 %2，并将事件正文保存在同一位置，命名为 body.bin。</translation>
    </message>
    <message>
        <source>%1 copied. Save it as %2; it takes the secret from WEBHOOK_SECRET.</source>
        <translation>已复制 %1。请将其保存为 %2；它从 WEBHOOK_SECRET 读取密钥。</translation>
    </message>
    <message>
        <source>first difference at byte %1</source>
        <translation>第一处差异在第 %1 字节</translation>
    </message>
    <message>
        <source>Also seen: %1</source>
        <translation>还发现：%1</translation>
    </message>
    <message>
        <source>Ruled out: %1</source>
        <translation>已排除：%1</translation>
    </message>
    <message>
        <source>Change the secret…</source>
        <translation>更改密钥…</translation>
    </message>
</context>
</TS>
