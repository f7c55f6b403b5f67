package io.kirolinter.agents.notify.mail;

import io.kirolinter.core.notice.Message;
import io.kirolinter.core.secret.Secret;
import io.kirolinter.core.settings.MailServer;
import io.kirolinter.core.settings.MailServer.Encryption;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;

/** One mail, from the connection to its end. */
final class MailDelivery {

  private final MailServer server;
  private final Optional<Secret> password;
  private final Properties properties;

  MailDelivery(MailServer server, Optional<Secret> password, MailTrust trust, Duration limit) {
    this.server = server;
    this.password = password;
    this.properties = properties(server, trust, limit);
  }

  private static Properties properties(MailServer server, MailTrust trust, Duration limit) {
    String time = String.valueOf(limit.toMillis());
    boolean tls = server.encryption() == Encryption.TLS;
    Properties properties = new Properties();
    properties.put("mail.smtp.ssl.enable", String.valueOf(tls));
    properties.put("mail.smtp.starttls.enable", String.valueOf(!tls));
    properties.put("mail.smtp.starttls.required", String.valueOf(!tls));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.auth", String.valueOf(server.user().isPresent()));
    // Else a failed farewell would count as a failed mail, which would be sent again.
    properties.put("mail.smtp.quitwait", "false");
    properties.put("mail.smtp.connectiontimeout", time);
    properties.put("mail.smtp.timeout", time);
    properties.put("mail.smtp.writetimeout", time);
    trust
        .context()
        .ifPresent(
            context -> properties.put("mail.smtp.ssl.socketFactory", context.getSocketFactory()));
    return properties;
  }

  void deliver(String address, Message message, Instant now) throws MessagingException {
    Session session = Session.getInstance(properties);
    MimeMessage mail = mail(session, address, message, now);
    try (Transport transport = session.getTransport("smtp")) {
      transport.connect(
          server.host(),
          server.port(),
          server.user().orElse(null),
          password.map(Secret::reveal).orElse(null));
      transport.sendMessage(mail, mail.getAllRecipients());
    }
  }

  private MimeMessage mail(Session session, String address, Message message, Instant now)
      throws MessagingException {
    MimeMessage mail = new IdentifiedMail(session, messageId(message.id()));
    mail.setFrom(new InternetAddress(server.from(), true));
    mail.setRecipient(jakarta.mail.Message.RecipientType.TO, new InternetAddress(address, true));
    mail.setSubject(oneLine(message.title()), StandardCharsets.UTF_8.name());
    mail.setText(message.body(), StandardCharsets.UTF_8.name());
    mail.setSentDate(Date.from(now));
    mail.setHeader("Auto-Submitted", "auto-generated");
    if (!message.thread().isEmpty()) {
      mail.setHeader("References", messageId(message.thread()));
      mail.setHeader("In-Reply-To", messageId(message.thread()));
    }
    mail.saveChanges();
    return mail;
  }

  private String messageId(String id) {
    return "<" + id + "@kirolinter." + server.from().replaceFirst("^[^@]*@", "") + ">";
  }

  /** A line break would let a text add headers of its own. */
  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }

  /** The library gives every mail a random id when it is saved; this one keeps its own. */
  private static final class IdentifiedMail extends MimeMessage {

    private final String id;

    IdentifiedMail(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
