package io.kirolinter.analytics.dashboard;

import com.google.common.hash.Hashing;
import io.kirolinter.core.display.Html;
import io.kirolinter.core.display.Html.Made;
import io.kirolinter.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/**
 * What every page is made of. It loads nothing, and a browser runs only the scripts that it brings
 * along.
 *
 * @param name what the page is about
 * @param sentence beside the name
 * @param figures what the script draws
 * @param interval after which the page asks for itself again; zero for never
 */
record Document(
    String name, String sentence, Html main, Object figures, Instant madeAt, Duration interval) {

  private static final String POLICY =
      "default-src 'none'; style-src %s; script-src %s %s; connect-src %s; img-src data:;"
          + " base-uri 'none'; form-action 'none'";

  /**
   * {@return the content security policy of the page}
   *
   * @param connect from where it may load, such as {@code 'none'}
   */
  static String policy(String connect) {
    return POLICY.formatted(
        PageResource.STYLE.source(),
        PageResource.CHARTS.source(),
        PageResource.SCRIPT.source(),
        connect);
  }

  /** {@return JSON that cannot end the element it stands in} */
  static String json(Object figures) {
    return Json.write(figures)
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026");
  }

  String text() {
    Html html = new Html();
    html.add("<!DOCTYPE html>\n<html lang=\"en\" data-live=\"%d\">\n", interval.toSeconds());
    addHead(html);
    html.add("<body>\n<a class=\"skip\" href=\"#main\">Skip to the figures</a>\n");
    html.add(
        "<header><h1><small>KiroLinter</small>%s</h1><p class=\"soft\">%s</p></header>\n",
        name, sentence);
    html.add(
        "<main id=\"main\" data-version=\"%s\">\n%s</main>\n",
        Hashing.sha256().hashString(main.toString(), StandardCharsets.UTF_8).toString(),
        main.made());
    html.add(
        "<footer><p>Made %s by KiroLinter. Nothing is loaded from elsewhere. Charts: Chart.js,"
            + " MIT.</p><p id=\"news\" role=\"status\"></p></footer>\n",
        PageText.minute(madeAt));
    addScripts(html);
    return html.add("</body>\n</html>\n").toString();
  }

  private void addHead(Html html) {
    html.add("<head>\n<meta charset=\"utf-8\">\n");
    html.add(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"%s\">\n",
        new Made(policy(interval.isZero() ? "'none'" : "'self'")));
    html.add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.add("<meta name=\"color-scheme\" content=\"light dark\">\n");
    html.add("<meta name=\"referrer\" content=\"no-referrer\">\n");
    html.add("<link rel=\"icon\" href=\"data:,\">\n");
    html.add("<title>KiroLinter: %s</title>\n", name);
    html.add("<style>%s</style>\n</head>\n", new Made(PageResource.STYLE.text()));
  }

  private void addScripts(Html html) {
    html.add(
        "<script type=\"application/json\" id=\"data\">%s</script>\n", new Made(json(figures)));
    html.add("<script>%s</script>\n", new Made(PageResource.CHARTS.text()));
    html.add("<script>%s</script>\n", new Made(PageResource.SCRIPT.text()));
  }
}
