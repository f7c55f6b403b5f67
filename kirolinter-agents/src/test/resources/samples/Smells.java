package samples;

import java.io.File;
import java.util.*;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Breaks rules about smells and performance, most of them with a safe fix. */
class Smells implements Comparable<Smells> {

  final static long LIMIT = 10l;
  private int neverRead;
  int sizes[] = {1, 2};;

  interface Shape {
    public static final int SIDES = 3;

    public abstract double area();
  }

  private void neverCalled() {
    return;
  }

  public int compareTo(Smells other) {
    return 0;
  }

  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < LIMIT; i++) {
      text.append("x");
    }
    String copy = new String("abc");
    int at = copy.indexOf("b");
    return text.append(at).toString();
  }

  boolean isWide(List<String> names, boolean flag) {
    Map<String, List<String>> groups = new HashMap<String, List<String>>();
    for (String key : groups.keySet()) {
      System.out.println(key + groups.get(key));
    }
    String[] all = names.toArray(new String[names.size()]);
    if (names.size() == 0) {
      return true;
    } else {
      return false;
    }
  }

  boolean same(boolean flag, Integer number) {
    Integer boxed = new Integer(5);
    int unused = 3;
    if (flag == true) {
      ;
    }
    return flag != false;
  }
}
