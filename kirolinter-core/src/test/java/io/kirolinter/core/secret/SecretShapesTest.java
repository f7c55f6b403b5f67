package io.kirolinter.core.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.core.memory.Redaction;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Secrets and what only looks like them. None stands here as it is, since whoever publishes this
 * file would be told off for it: a dot in the middle of a line (·) is left out, and {@code
 * {hex:32}} stands for that many characters drawn by lot.
 */
class SecretShapesTest {

  private static final Pattern DRAWN = Pattern.compile("\\{(hex|upper|lower|any|url|base):(\\d+)}");

  /** The secret stands between « and ». */
  @ParameterizedTest
  @ValueSource(
      strings = {
        // clouds
        "aws «AK·IA{upper:16}» in A.java",
        "temporary «AS·IA{upper:16}»",
        "role «AR·OA{upper:16}»",
        "bedrock «AB·SK{any:110}»",
        "session «IQoJ·b3JpZ2lu{any:200}»",
        "AWS_SECRET_ACCESS_KEY=«{any:40}»",
        "maps «AI·za{url:35}»",
        "oauth «ya·29.a0{url:60}»",
        "client «GOC·SPX-{url:28}»",
        "refresh «1/·/0{url:60}»",
        "entra «{any:3}8Q~{url:34}»",
        "DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=«{any:86}==»;EndpointSuffix=x",
        "Endpoint=sb://shop.servicebus.example/;SharedAccessKeyName=root;SharedAccessKey=«{any:43}=»",
        "https://shop.blob.example/c?sv=2024-01-01&sp=r&sig=«{any:43}%3D»&se=2026",
        "shop.redis.example:6380,password=«{any:43}=»,ssl=True",
        "ocean «dop·_v1_{hex:64}»",
        "ocean «doo·_v1_{hex:64}»",
        "alibaba «LT·AI5t{any:20}»",
        "tencent «AK·ID{any:32}»",
        "heroku «HR·KU-{url:60}»",
        // forges
        "github «gh·p_{any:36}»",
        "github «gh·o_{any:36}»",
        "github «gh·u_{any:36}»",
        "github «gh·s_{any:36}»",
        "github «gh·r_{any:76}»",
        "github «github·_pat_{any:22}_{any:59}»",
        "gitlab «gl·pat-{url:20}»",
        "gitlab «gl·dt-{url:20}»",
        "gitlab «gl·rt-{url:20}»",
        "gitlab «gl·cbt-{url:20}»",
        "bitbucket «AT·BB{any:32}»",
        "atlassian «AT·ATT3xFfGF0{url:180}»",
        // registries and builds
        "npm «np·m_{any:36}»",
        "//registry.example.org/:_authToken=«{any:36}»",
        "pypi «py·pi-AgEIcHlwaS5vcmc{url:60}»",
        "docker «dckr·_pat_{url:27}»",
        "gems «ruby·gems_{hex:48}»",
        "artifactory «AK·Cp8{any:69}»",
        "sonar «sq·p_{hex:40}»",
        "circle «CCI·PAT_{any:22}_{hex:40}»",
        "netlify «nf·p_{any:36}»",
        "<server><password>«{any:20}»</password></server>",
        // models
        "openai «sk-·proj-{url:60}»",
        "anthropic «sk-·ant-api03-{url:90}»",
        "face «h·f_{any:34}»",
        "replicate «r·8_{any:37}»",
        "groq «gs·k_{any:52}»",
        "perplexity «ppl·x-{any:48}»",
        // messengers
        "slack «xo·xb-{upper:12}-{any:24}»",
        "slack «xo·xp-{upper:12}-{any:24}»",
        "slack «xa·pp-1-{upper:11}-{hex:64}»",
        "https://hooks.slack.com/services/«T{upper:8}/B{upper:8}/{any:24}»",
        "https://discord.com/api/webhooks/«112233445566/{url:68}»",
        "https://acme.webhook.office.com/webhookb2/«{hex:8}@{hex:8}/IncomingWebhook/{hex:32}»",
        "discord «M{any:23}.{any:6}.{url:38}» there",
        "telegram «1234567890:A·A{url:33}»",
        "https://api.telegram.example/bot«1234567890:A·A{url:33}»/send",
        "twilio «S·K{hex:32}»",
        "sendgrid «S·G.{url:22}.{url:43}»",
        "mailgun «ke·y-{hex:32}»",
        "mailchimp «{hex:32}-us19»",
        "brevo «xkey·sib-{hex:64}-{any:16}»",
        // shops
        "stripe «sk_·live_{any:24}»",
        "stripe «rk_·live_{any:24}»",
        "stripe «wh·sec_{any:32}»",
        "shopify «shp·at_{hex:32}»",
        "shopify «shp·ss_{hex:32}»",
        "square «sq0·atp-{url:22}»",
        "square «EA·AA{url:60}»",
        "braintree access_token$·production$«{lower:16}${hex:32}»",
        // operations
        "vault «hv·s.{url:24}»",
        "terraform «{any:14}.atlas·v1.{url:67}»",
        "relic «NR·AK-{upper:27}»",
        "https://«{hex:32}»@o123.ingest.sentry.example/456",
        "sentry «sntr·ys_{url:60}»",
        "grafana «gl·sa_{any:32}_{hex:8}»",
        "dynatrace «dt·0c01.{upper:24}.{upper:64}»",
        "databricks «da·pi{hex:32}»",
        "doppler «dp·.pt.{any:43}»",
        "scale «pscale·_tkn_{url:43}»",
        "tailscale «ts·key-auth-{any:11}-{any:32}»",
        "supabase «sb·p_{hex:40}»",
        "pulumi «pu·l-{hex:40}»",
        "DD_API_KEY=«{hex:32}»",
        "FASTLY_API_TOKEN: «{url:32}»",
        // teams
        "linear «lin_·api_{any:40}»",
        "notion «nt·n_{any:46}»",
        "notion «secret·_{any:43}»",
        "figma «fig·d_{url:40}»",
        "postman «PM·AK-{hex:24}-{hex:34}»",
        "airtable «pa·t{any:14}.{hex:64}»",
        // keys and tokens
        "jwt «ey·J{url:33}.{url:50}.{url:43}»",
        "cookie: a=b; auth=«ey·J{url:33}.{url:50}.{url:43}»; c=d",
        "age «AGE-·SECRET-KEY-1{upper:58}»",
        "a «-----BEGIN· PRIVATE KEY-----\nMII{any:60}\n{any:64}\n-----END· PRIVATE KEY-----» b",
        "a «-----BEGIN· DSA PRIVATE KEY-----\n{any:64}\n-----END· DSA PRIVATE KEY-----» b",
        "a «---- BEGIN· SSH2 ENCRYPTED PRIVATE KEY ----\n{any:64}\n"
            + "---- END· SSH2 ENCRYPTED PRIVATE KEY ----» b",
        "{\"type\":\"service_account\",\"private_key\":\"«-----BEGIN· PRIVATE KEY-----\\n{any:64}\\n"
            + "-----END· PRIVATE KEY-----\\n»\",\"client_email\":\"a@b.example\"}",
        // connections
        "postgres://«ann:{any:12}»@db.example.org:5432/shop",
        "postgresql+asyncpg://«ann:p@ss{any:4}»@db/shop",
        "mongodb+srv://«ann:{any:12}»@cluster0.example.net/?w=1",
        "amqps://«ann:{any:12}»@queue:5671/vhost",
        "redis://«:{any:12}»@cache:6379/0",
        "mysql://«ann:{any:12}»@db:3306/shop",
        "ftp://«ann:{any:12}»@files.example.org/a",
        "jdbc:oracle:thin:scott/«{any:8}»@//db:1521/x",
        "jdbc:postgresql://db/shop?user=ann&password=«{any:12}»",
        "jdbc:sqlserver://db;databaseName=shop;user=sa;password=«{any:12}»;encrypt=true",
        "Server=db;Database=shop;User Id=sa;Password=«{any:8}!»;Encrypt=True",
        "Server=db;Uid=sa;Pwd=«{any:8}»;",
        // assignments of what is long and drawn by lot
        "const seed = \"«{base:40}»\";",
        "SESSION_SALT=«{base:48}»",
        "hmac: '«{base:43}»='",
        "\"pepper\": \"«{base:32}»\"",
        "-Dcookie.sign=«{base:64}»",
      })
  void masksWhatIsSecretAndNothingElse(String marked) {
    String text = written(marked);
    String plain = text.replace("«", "").replace("»", "");

    // The padding of a value in quotes belongs to it, wherever the mark stands.
    String expected = text.replaceAll("(?s)«[^»]*»=?(?=')|«[^»]*»", "[redacted]");
    assertThat(Redaction.of(plain)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // names for versions of things
        "commit {hex:40}",
        "HEAD is now at {hex:7} Begin",
        "fingerprint={hex:16}",
        "sha256:{hex:64}",
        "checksum = \"{hex:64}\"",
        "md5={hex:32}",
        "id: 123e4567-e89b-12d3-a456-426614174000",
        "requestId=\"{base:32}\"",
        "serialVersionUID = -6849794470754667710L;",
        "trace 4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        // lock files
        "integrity: sha512-{base:86}==",
        "\"integrity\": \"sha512-{base:86}==\"",
        "github.com/a/b v1.2.3 h1:{base:43}=",
        "\"h1:{base:43}=\",",
        "--hash=sha256:{hex:64}",
        "resolved \"https://registry.example.org/a/-/a-1.2.3.tgz#{hex:40}\"",
        "cargo = { version = \"1.2\", checksum = \"{hex:64}\" }",
        "<sha256 value=\"{hex:64}\" origin=\"Generated\"/>",
        "narHash = \"sha256-{base:43}=\"",
        "etag: W/\"{base:28}\"",
        // data
        "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk",
        "src=\"data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7\"",
        "picture = \"/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQE\"",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI{base:43} ann@host",
        "key: AAAAB3NzaC1yc2EAAAADAQABAAABAQ{base:64}",
        "-----BEGIN CERTIFICATE-----\nMIID{base:60}\n-----END CERTIFICATE-----",
        "-----BEGIN PGP PUBLIC KEY BLOCK-----\n{base:60}\n-----END PGP PUBLIC KEY BLOCK-----",
        "publicKey = \"MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A{base:60}\"",
        // places and names
        "src/main/java/org/acme/security/OAuth2TokenSecretKeyFactoryTest.java:120",
        "path = \"C:/Users/ann/Projects2026/Shop/src/Main4Test.java\"",
        "org.apache.commons:commons-lang3:3.17.0",
        "com.fasterxml.jackson.core:jackson-databind:jar:2.18.2:compile",
        "pkg:maven/org.apache.logging.log4j/log4j-core@2.24.1?type=jar",
        "class = org.acme.internal.AbstractSingletonProxyFactoryBean2WithHttp2Support",
        "test: shouldReturn404WhenTheUserIsNotFoundIn2OfThe3Stores",
        "method = getTheVeryLongNameOfTheHttp2ConnectionPoolForTls13Sessions",
        "resumesAfterTheLastSavedStepAndMasksThePasswordTokenSecretKey()",
        "kirolinter/20261122-181530-4f2ac1",
        "20261122-181530-4f2ac1/analyze/review",
        "MAX_PASSWORD_LENGTH = 128",
        "risk-assessment-of-all-modules-2026",
        "disk_usage_in_megabytes_2026_11",
        "task-sk-list-of-names",
        "pat.matcher.group",
        "SKELETON of SG.x and SK",
        "hf_hub is a library, npm_config_cache a variable",
        "gsk_widget_show_all(window)",
        // addresses
        "https://example.org:8080/a/b?page=2#top",
        "https://github.com/apache/commons-lang/blob/{hex:40}/pom.xml#L12",
        "https://repo.example.org/a/b/1.0/b-1.0.jar",
        "jdbc:postgresql://db.example.org:5432/shop?ssl=true",
        "jdbc:oracle:thin:@//db:1521/x",
        "redis://cache.example.org:6379/0",
        "mongodb://db1:27017,db2:27017/shop",
        "https://ann@example.org/a.git",
        "git@github.com:apache/commons-lang.git",
        "ssh://git@example.org:2222/a/b.git",
        "https://${USER}:${PASSWORD}@example.org/x",
        "https://<user>:<password>@example.org/x",
        "mailto:ann.smith@example.org",
        "https://cdn.example.org/npm/@scope/pkg@1.2.3/index.js",
        // sentences and code about secrets
        "The password is compared with ==; use MessageDigest.isEqual.",
        "Password: must not be empty",
        "Hard-coded secret: move it to the environment",
        "Do not log the bearer token of a request",
        "Authorization header is missing",
        "if (password.equals(user.getPassword())) {",
        "String token = tokenizer.nextToken();",
        "password = System.getenv(\"DB_PASSWORD\")",
        "char[] password = console.readPassword(\"Password: \");",
        "private final String apiKey;",
        "props.getProperty(\"password\")",
        "assertThat(token).isEqualTo(TokenType.IDENTIFIER);",
        "password=${DB_PASSWORD}",
        "password: ${{ secrets.DEPLOY_TOKEN }}",
        "token: {{ vault.token }}",
        "api_key=<your key>",
        "api_key=xxxxxxxx",
        "password=********",
        "password = \"\"",
        "--password-file /run/secrets/db",
        "--token <token>",
        "<password>${db.password}</password>",
        "<token/>",
        "secretKeyRef:",
        "tokens=4096, max_tokens: 2048",
        "token: 12",
        "AccountName=shop;EndpointSuffix=core.example",
        "SharedAccessKeyName=RootManageSharedAccessKey",
        "cat key.pem | grep BEGIN",
        "AKIA is how the id of a key begins, ghp_ how a token does",
        "eyJ is how a token begins",
        "xox is no token, nor is xoxb-",
      })
  void passesHarmlessTextUnchanged(String marked) {
    String text = written(marked);

    assertThat(Redaction.of(text)).isSameAs(text);
  }

  private static String written(String marked) {
    Random lots = new Random(marked.hashCode());
    return DRAWN
        .matcher(marked.replace("·", ""))
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    drawn(found.group(1), Integer.parseInt(found.group(2)), lots)));
  }

  private static String drawn(String kind, int length, Random lots) {
    String digits = "0123456789";
    String letters = "abcdefghijklmnopqrstuvwxyz";
    String capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    String from =
        switch (kind) {
          case "hex" -> digits + "abcdef";
          case "upper" -> digits + capitals;
          case "lower" -> digits + letters;
          case "url" -> digits + letters + capitals + "_-";
          default -> digits + letters + capitals;
        };
    StringBuilder drawn = new StringBuilder();
    // A digit in front, since some kinds have one in any case, and short ones might draw none.
    for (int i = 0; i < length; i++) {
      drawn.append(i == 1 ? '7' : from.charAt(lots.nextInt(from.length())));
    }
    return drawn.toString();
  }
}
