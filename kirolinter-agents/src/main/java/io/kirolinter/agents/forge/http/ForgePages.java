package io.kirolinter.agents.forge.http;

import io.kirolinter.core.json.ForeignJson;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Lists that a forge hands out page by page. Safe for use by many threads. */
public final class ForgePages {

  private static final int SIZE = 100;
  private static final int MOST = 10;

  private final ForgeHttp http;

  public ForgePages(ForgeHttp http) {
    this.http = http;
  }

  /** {@return the items of a list, up to a thousand; each page is asked for until it is there} */
  public List<ForeignJson> all(URI list) {
    return first(list, MOST);
  }

  /** {@return the first hundred items of a list} */
  public List<ForeignJson> first(URI list) {
    return first(list, 1);
  }

  private List<ForeignJson> first(URI list, int most) {
    List<ForeignJson> all = new ArrayList<>();
    for (int number = 1; number <= most; number++) {
      URI page = page(list, number);
      List<ForeignJson> items = http.retrying(() -> items(page));
      all.addAll(items);
      if (items.size() < SIZE) {
        break;
      }
    }
    return all;
  }

  /** {@return the first item of a list that is as wanted; asked for once} */
  Optional<ForeignJson> find(URI list, Predicate<ForeignJson> wanted) {
    for (int number = 1; number <= MOST; number++) {
      List<ForeignJson> items = items(page(list, number));
      Optional<ForeignJson> found = items.stream().filter(wanted).findFirst();
      if (found.isPresent() || items.size() < SIZE) {
        return found;
      }
    }
    return Optional.empty();
  }

  private List<ForeignJson> items(URI page) {
    return http.send(ForgeCall.get(page)).body().items();
  }

  private static URI page(URI list, int number) {
    String joint = list.getRawQuery() == null ? "?" : "&";
    return URI.create(list + joint + "per_page=" + SIZE + "&page=" + number);
  }
}
