package dk.klyngeflow.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a program of ours may answer by itself (RFC 3834): two programs that answer one another never stop. */
class MailHeadersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: Bogholderi <bogholderi@koekken.example>",
                "From: bogholderi@koekken.example|Auto-Submitted: no",
                "From: noraly@koekken.example",
                "From: bogholderi@koekken.example|Return-Path: <bogholderi@koekken.example>",
                "From: bogholderi@koekken.example|X-Auto-Response-Suppress: DR, NDR, RN",
            })
    void aPersonIsAnswered(String headers) throws Exception {
        assertThat(read(headers).mayBeAnswered()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: faktura@koekken.example|Auto-Submitted: auto-generated",
                "From: faktura@koekken.example|Auto-Submitted: auto-replied (vacation)",
                "From: faktura@koekken.example|Auto-Submitted: auto-notified",
                "From: faktura@koekken.example|Return-Path: <>",
                "From: faktura@koekken.example|Precedence: bulk",
                "From: faktura@koekken.example|Precedence: normal",
                "From: faktura@koekken.example|List-Id: <nyt.koekken.example>",
                "From: faktura@koekken.example|List-Unsubscribe: <mailto:af@koekken.example>",
                "From: faktura@koekken.example|X-Auto-Response-Suppress: All",
                "From: faktura@koekken.example|X-Auto-Response-Suppress: OOF, AutoReply",
                "From: faktura@koekken.example|X-Autoreply: yes",
                "From: faktura@koekken.example|Feedback-ID: 1:2:3:x",
                "From: no-reply@koekken.example",
                "From: noreply+4711@koekken.example",
                "From: faktura.noreply@koekken.example",
                "From: DoNotReply@koekken.example",
                "From: mailer-daemon@koekken.example",
                "From: postmaster@koekken.example",
                "From: owner-nyt@koekken.example",
                "From: nyt-request@koekken.example",
                "From: bounces+4711@koekken.example",
                "Subject: ingen afsender",
            })
    void aProgramNever(String headers) throws Exception {
        assertThat(read(headers).mayBeAnswered()).isFalse();
    }

    private static MailHeaders read(String headers) throws Exception {
        byte[] raw = (headers.replace("|", "\r\n") + "\r\n\r\nFaktura vedlagt.").getBytes(StandardCharsets.UTF_8);
        return new MailHeaders(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw)));
    }
}
