package dk.klyngeflow.contact;

import dk.klyngeflow.contact.InquiryMail.Parts;
import dk.klyngeflow.mail.MailContent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One text for each kind of mail that an inquiry sends. */
@Configuration(proxyBeanMethods = false)
class InquiryMailTexts {

    @Bean
    MailContent inquiryReceivedText(Parts parts) {
        return new InquiryMail(InquiryMails.RECEIVED, parts);
    }

    @Bean
    MailContent inquiryAnswerText(Parts parts) {
        return new InquiryMail(InquiryMails.ANSWER, parts);
    }

    @Bean
    MailContent inquiryOnAgendaText(Parts parts) {
        return new InquiryMail(InquiryMails.ON_AGENDA, parts);
    }

    @Bean
    MailContent inquiryForwardedText(Parts parts) {
        return new InquiryMail(InquiryMails.FORWARDED, parts);
    }

    @Bean
    MailContent inquiryForwardText(Parts parts) {
        return new InquiryMail(InquiryMails.FORWARD, parts);
    }

    @Bean
    MailContent inquiryClosedText(Parts parts) {
        return new InquiryMail(InquiryMails.CLOSED, parts);
    }

    @Bean
    MailContent inquiryDelegateText(Parts parts) {
        return new InquiryMail(InquiryMails.DELEGATE, parts);
    }

    @Bean
    MailContent inquiryDelegateReminderText(Parts parts) {
        return new InquiryMail(InquiryMails.DELEGATE_REMINDER, parts);
    }

    @Bean
    MailContent inquiryDelegateOverText(Parts parts) {
        return new InquiryMail(InquiryMails.DELEGATE_OVER, parts);
    }

    @Bean
    MailContent inquiryDelegateAnsweredText(Parts parts) {
        return new InquiryMail(InquiryMails.DELEGATE_ANSWERED, parts);
    }

    @Bean
    MailContent inquiryMoreText(Parts parts) {
        return new InquiryMail(InquiryMails.MORE, parts);
    }

    @Bean
    MailContent inquiryOpenText(Parts parts) {
        return new InquiryMail(InquiryMails.OPEN, parts);
    }
}
