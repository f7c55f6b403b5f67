package io.kirolinter.agents.rule.correctness;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class DefaultCharsetTest {

  private final RuleHarness rule = RuleHarness.of(new DefaultCharset());

  @Test
  void passesUtf8() {
    rule.fixes(
        """
        import java.io.*;
        class Sample {
          void run(String s, byte[] b, InputStream in, OutputStream out, StringBuilder t) throws IOException {
            s.getBytes();
            t.toString().getBytes();
            new String(b);
            new String(in.readAllBytes());
            new InputStreamReader(in);
            new OutputStreamWriter(new BufferedOutputStream(out));
          }
        }
        """,
        """
        import java.io.*;
        class Sample {
          void run(String s, byte[] b, InputStream in, OutputStream out, StringBuilder t) throws IOException {
            s.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            t.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
            new String(b, java.nio.charset.StandardCharsets.UTF_8);
            new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            new InputStreamReader(in, java.nio.charset.StandardCharsets.UTF_8);
            new OutputStreamWriter(new BufferedOutputStream(out), java.nio.charset.StandardCharsets.UTF_8);
          }
        }
        """);
  }

  @Test
  void usesTheImport() {
    rule.fixes(
        """
        import java.nio.charset.StandardCharsets;
        class Sample { byte[] run(String s) { return s.getBytes(); } }
        """,
        """
        import java.nio.charset.StandardCharsets;
        class Sample { byte[] run(String s) { return s.getBytes(StandardCharsets.UTF_8); } }
        """);
  }

  @Test
  void acceptsNamedEncodingsAndOtherTypes() {
    rule.isSilentOn(
        """
        class Sample {
          void run(String s, byte[] b, char[] c, Buffer f, java.io.InputStream in) throws Exception {
            s.getBytes("UTF-8");
            f.getBytes();
            f.copy().getBytes();
            getBytes();
            new String(b, "UTF-8");
            new String(c);
            new String(s.toCharArray());
            new String();
            new java.io.InputStreamReader(System.in);
            new java.io.InputStreamReader(in, "UTF-8");
            new java.io.InputStreamReader(in) {};
            new Other(b);
            assertEquals(s.getBytes(), b);
          }
          byte[] choose(String s, java.nio.charset.Charset charset) {
            return charset == null ? s.getBytes() : s.getBytes(charset);
          }
          byte[] field = s.getBytes();
        }
        """);
  }

  @Test
  void acceptsFilesThatTalkToPrograms() {
    rule.isSilentOn(
        """
        class Sample {
          Object run(Process p) { return new java.io.InputStreamReader(p.getInputStream()); }
        }
        """);
  }

  @Test
  void survivesAMissingArgument() {
    rule.survives(
        """
        class Sample { void run(String s) { s.getBytes( ; new String( } }
        """);
  }
}
