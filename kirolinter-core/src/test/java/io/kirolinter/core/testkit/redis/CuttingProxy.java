package io.kirolinter.core.testkit.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/**
 * Stands between a client and a server of the loopback address, and makes their connections fail in
 * ways that a network has. What is set counts at once, for open connections too. Safe for use by
 * many threads.
 */
public final class CuttingProxy implements AutoCloseable {

  /** The way of the bytes. */
  public enum Direction {
    TO_SERVER,
    TO_CLIENT
  }

  private static final int CHUNK = 16 * 1024;

  private final int server;
  private final ServerSocket door;
  private final ProxyRule rule = new ProxyRule();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newCachedThreadPool(CuttingProxy::daemon);

  private CuttingProxy(int server) throws IOException {
    this.server = server;
    door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  /** Opens a proxy in front of a port; it lets everything pass. */
  public static CuttingProxy to(int port) {
    try {
      CuttingProxy proxy = new CuttingProxy(port);
      proxy.threads.execute(proxy::acceptAll);
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return door.getLocalPort();
  }

  /** Lets everything pass from now on, also what {@link #hold()} kept back. */
  public void pass() {
    rule.pass();
  }

  /** Keeps everything back for a time before it passes. */
  public void delay(Duration time) {
    rule.delay(time);
  }

  /** Accepts connections, and lets nothing pass in either direction. */
  public void hold() {
    rule.hold();
  }

  /** Cuts all connections, and from now on each new one before a byte of it has passed. */
  public void refuse() {
    rule.refuse();
    cut();
  }

  /**
   * Lets this many bytes pass in one direction, of all connections together, then cuts all
   * connections. Those made afterwards work.
   */
  public void cutAfter(Direction direction, long bytes) {
    rule.cutAfter(direction, bytes, ProxyRule.Kind.PASS);
  }

  /** As {@link #cutAfter}, but those made afterwards are cut too, as by {@link #refuse()}. */
  public void cutForGoodAfter(Direction direction, long bytes) {
    rule.cutAfter(direction, bytes, ProxyRule.Kind.REFUSE);
  }

  /** {@return whether a cut after some bytes was asked for and is still to come} */
  public boolean isCutToCome() {
    return rule.isCutToCome();
  }

  /** Cuts all connections there are; new ones work as before. */
  public void cut() {
    // A copy: whoever sees the cut and connects anew is not cut again.
    List.copyOf(open).forEach(CuttingProxy::close);
  }

  @Override
  public void close() {
    close(door);
    cut();
    threads.shutdownNow();
  }

  private void acceptAll() {
    while (!door.isClosed()) {
      try {
        accept(door.accept());
      } catch (IOException e) {
        close(door); // by close(), or else the client's connections are refused: either is seen
      }
    }
  }

  private void accept(Socket client) {
    open.add(client);
    try {
      Socket target = new Socket(InetAddress.getLoopbackAddress(), server);
      open.add(target);
      client.setTcpNoDelay(true);
      target.setTcpNoDelay(true);
      threads.execute(() -> pump(client, target, Direction.TO_SERVER));
      threads.execute(() -> pump(target, client, Direction.TO_CLIENT));
    } catch (IOException e) {
      end(client); // as the server would refuse it
    } catch (RejectedExecutionException e) {
      cut(); // closed meanwhile
    }
  }

  private void pump(Socket from, Socket to, Direction direction) {
    byte[] bytes = new byte[CHUNK];
    try (from;
        to) {
      for (int read = read(from, bytes); read >= 0; read = read(from, bytes)) {
        ProxyRule.Verdict verdict = rule.on(direction, read);
        to.getOutputStream().write(bytes, 0, verdict.passing());
        if (verdict.cut() == ProxyRule.Cut.THIS) {
          return;
        }
        if (verdict.cut() == ProxyRule.Cut.ALL) {
          cut();
        }
      }
    } catch (IOException e) {
      // one end is gone, so the other one goes too
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  private static int read(Socket from, byte[] bytes) throws IOException {
    return from.getInputStream().read(bytes);
  }

  private void end(Socket socket) {
    open.remove(socket);
    close(socket);
  }

  private static void close(AutoCloseable socket) {
    try {
      socket.close();
    } catch (Exception e) {
      throw new IllegalStateException("cannot close " + socket, e);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "cutting-proxy");
    thread.setDaemon(true);
    return thread;
  }
}
