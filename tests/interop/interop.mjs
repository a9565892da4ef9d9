// Creel and the providers' official libraries, both ways:
//   they sign, the running receiver verifies      (creel-cli listen)
//   Creel signs and sends, they verify            (creel-cli sign, creel-cli send)
// Usage: node interop.mjs CREEL-CLI. Loopback only, bounded in time.
import { spawn, spawnSync } from "node:child_process";
import { createServer, request } from "node:http";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomBytes } from "node:crypto";

const missing = (error) => {
  console.error(`skipped: run "npm ci" in tests/interop first (${error.message})`);
  process.exit(77);
};
const { default: Stripe } = await import("stripe").catch(missing);
const { Webhook: SvixWebhook } = await import("svix").catch(missing);
const { Webhook: StandardWebhook } = await import("standardwebhooks").catch(missing);
const octokit = await import("@octokit/webhooks-methods").catch(missing);

const cli = process.argv[2];
const folder = mkdtempSync(join(tmpdir(), "creel-interop-"));
const workspace = join(folder, "interop.creel");
const stripe = new Stripe("sk_test_unused");
const base64Secret = "whsec_" + randomBytes(24).toString("base64");
let passed = 0;
let failed = 0;
function check(name, ok, detail = "") {
  if (ok) passed += 1;
  else {
    failed += 1;
    console.error(`FAIL ${name} ${detail}`);
  }
}

const bodies = {
  plain: '{"id":"evt_1","type":"charge.succeeded","data":{"object":{"amount":2000}}}',
  unicode: '{"name":"Jérôme 😀 – \\u00e9","path":"a\\/b"}',
  spaces: '{ "a" : 1.0,\n\t"b" : [ ] }\n',
  large: JSON.stringify({ text: "x".repeat(400_000) }),
};

/** Each provider: how its library signs and verifies, the scheme's id, the secret. */
const now = () => Math.floor(Date.now() / 1000);
function standardHeaders(Webhook, prefix, body) {
  const id = "msg_" + randomBytes(8).toString("hex");
  const at = new Date();
  const signature = new Webhook(base64Secret).sign(id, at, body);
  return { [`${prefix}id`]: id, [`${prefix}timestamp`]: String(Math.floor(at / 1000)), [`${prefix}signature`]: signature };
}
const providers = [
  {
    scheme: "stripe", secret: "whsec_" + randomBytes(16).toString("hex"),
    async sign(body) {
      return { "Stripe-Signature": await stripe.webhooks.generateTestHeaderStringAsync({ payload: body, secret: this.secret, timestamp: now() }) };
    },
    async verify(body, headers) { await stripe.webhooks.constructEventAsync(body, headers["stripe-signature"], this.secret); },
    jsonOnly: true,
  },
  {
    scheme: "svix", secret: base64Secret,
    async sign(body) { return standardHeaders(SvixWebhook, "svix-", body); },
    async verify(body, headers) { new SvixWebhook(this.secret).verify(body, headers); },
    jsonOnly: true,
  },
  {
    scheme: "standard-webhooks", secret: base64Secret,
    async sign(body) { return standardHeaders(StandardWebhook, "webhook-", body); },
    async verify(body, headers) { new StandardWebhook(this.secret).verify(body, headers); },
    jsonOnly: true,
  },
  {
    scheme: "github", secret: "It's a Secret to Everybody",
    async sign(body) { return { "X-Hub-Signature-256": await octokit.sign(this.secret, body) }; },
    async verify(body, headers) {
      if (!(await octokit.verify(this.secret, body, headers["x-hub-signature-256"]))) throw new Error("not valid");
    },
  },
];

function environment() {
  const env = { ...process.env };
  providers.forEach((provider, index) => (env[`SECRET_${index}`] = provider.secret));
  return env;
}

function post(port, path, body, headers) {
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, path, method: "POST", headers: { "Content-Type": "application/json", ...headers }, timeout: 20_000 },
      (answer) => { answer.resume(); answer.on("end", () => resolve(answer.statusCode)); });
    sent.on("error", reject);
    sent.on("timeout", () => sent.destroy(new Error("time-out")));
    sent.end(body);
  });
}

async function theySign() {
  const endpoints = providers.flatMap((provider, index) => ["--endpoint", `/${provider.scheme},scheme=${provider.scheme},secret-env=SECRET_${index}`]);
  const listener = spawn(cli, ["listen", "--workspace", workspace, "--port", "0", "--json", ...endpoints], { env: environment() });
  let text = "";
  const waiting = [];
  const lines = [];
  listener.stdout.on("data", (data) => {
    text += data;
    for (let end; (end = text.indexOf("\n")) >= 0; text = text.slice(end + 1)) {
      const line = JSON.parse(text.slice(0, end));
      if (waiting.length) waiting.shift()(line);
      else lines.push(line);
    }
  });
  listener.stderr.resume();
  const next = () => lines.length ? lines.shift() : new Promise((resolve, reject) => {
    waiting.push(resolve);
    setTimeout(() => reject(new Error("no line from creel-cli listen")), 20_000).unref();
  });
  const port = Number(new URL((await next()).listening).port);
  for (const provider of providers) {
    for (const [name, body] of Object.entries(bodies)) {
      const headers = await provider.sign(body);
      check(`${provider.scheme}/${name} answered`, (await post(port, `/${provider.scheme}`, body, headers)) === 200);
      const event = await next();
      check(`${provider.scheme}/${name} valid`, event.verdict === "valid", JSON.stringify(event).slice(0, 300));
      check(`${provider.scheme}/${name} exact`, Buffer.from(event.body_base64, "base64").toString() === body);
      await post(port, `/${provider.scheme}`, body.replace(/.$/s, " $&"), headers);
      check(`${provider.scheme}/${name} changed`, (await next()).verdict === "invalid");
    }
  }
  listener.kill("SIGTERM");
  check("listen ends with 0", (await new Promise((resolve) => listener.on("exit", resolve))) === 0);
}

async function creelSigns() {
  let arrived;
  const server = createServer((req, res) => {
    const pieces = [];
    req.on("data", (piece) => pieces.push(piece));
    req.on("end", () => { arrived = { headers: req.headers, body: Buffer.concat(pieces).toString() }; res.end("ok"); });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${server.address().port}/hook`;
  for (const [index, provider] of providers.entries()) {
    for (const [name, body] of Object.entries(bodies)) {
      const file = join(folder, "body");
      writeFileSync(file, body);
      const signed = spawnSync(cli, ["sign", "--scheme", provider.scheme, "--secret-env", `SECRET_${index}`, "--body", file, "--json"], { env: environment(), encoding: "utf8", maxBuffer: 1 << 26 });
      try {
        const answer = JSON.parse(signed.stdout);
        const headers = Object.fromEntries(answer.headers.map(([key, value]) => [key.toLowerCase(), value]));
        await provider.verify(Buffer.from(answer.body_base64, "base64").toString(), headers);
        check(`sign ${provider.scheme}/${name}`, true);
      } catch (error) {
        check(`sign ${provider.scheme}/${name}`, false, `${error} ${signed.stderr}`);
      }
      arrived = undefined;
      // spawnSync would block the server that it sends to.
      const child = spawn(cli, ["send", url, "--workspace", workspace, "--scheme", provider.scheme, "--secret-env", `SECRET_${index}`, "-H", "Content-Type: application/json", "--body", file, "--json"], { env: environment() });
      let messages = "";
      child.stderr.on("data", (data) => (messages += data));
      child.stdout.resume();
      const code = await new Promise((resolve) => child.on("exit", resolve));
      try {
        if (code !== 0) throw new Error(`send ended with ${code}`);
        if (arrived.body !== body) throw new Error("the body changed");
        await provider.verify(arrived.body, arrived.headers);
        check(`send ${provider.scheme}/${name}`, true);
      } catch (error) {
        check(`send ${provider.scheme}/${name}`, false, `${error} ${messages}`);
      }
    }
  }
  server.close();
}

try {
  await theySign();
  await creelSigns();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
