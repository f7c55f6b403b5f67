package io.kirolinter.agents.notify.mail;

import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** What a mail server answered. */
final class SmtpAnswer {

  private SmtpAnswer() {}

  /** {@return the answer about the addressee, the sender or the mail; 0 if none is known} */
  static int codeOf(MessagingException failure) {
    for (Exception e = failure; e instanceof MessagingException next; e = next.getNextException()) {
      if (e instanceof SMTPAddressFailedException address) {
        return address.getReturnCode();
      }
      if (e instanceof SMTPSenderFailedException sender) {
        return sender.getReturnCode();
      }
      if (e instanceof SMTPSendFailedException send && next.getNextException() == null) {
        return send.getReturnCode();
      }
    }
    return 0;
  }
}
