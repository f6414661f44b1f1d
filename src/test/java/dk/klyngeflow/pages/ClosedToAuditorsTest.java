package dk.klyngeflow.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.security.Browser;
import dk.klyngeflow.security.TwoClusters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Of which tasks the auditor may read what they are about: those, and no others, are links on her front page. */
@KlyngeflowTest
class ClosedToAuditorsTest {

    private static final Pattern LOADS = Pattern.compile("data-load=\"([^\"]*)\"");
    private static final Pattern SOURCE = Pattern.compile("\\s*\\w+(\\??)\\s*=\\s*(/[^;]+)");
    private static final Pattern DASH = Pattern.compile("-(\\w)");
    private static final int FORBIDDEN = 403;

    @LocalServerPort
    int port;

    @Autowired
    TwoClusters clusters;

    @Autowired
    List<WhatNext> stages;

    @BeforeEach
    void open() {
        clusters.open();
    }

    @Test
    void areThoseWhoseFormShowsNothingToHer() throws IOException {
        Set<String> keys = stages.stream().flatMap(each -> each.keys().stream()).collect(Collectors.toSet());
        Browser auditor = Browser.loggedIn(port, "one-auditor", "one-auditor");
        Set<String> refused = new TreeSet<>();
        int read = 0;
        for (Path form : forms()) {
            String key = key(form);
            if (keys.contains(key)) {
                read++;
                if (isRefused(auditor, Files.readString(form))) {
                    refused.add(key);
                }
            }
        }
        assertThat(read).isGreaterThan(40);
        assertThat(stages.stream().flatMap(each -> each.closedToAuditors().stream()))
                .containsExactlyInAnyOrderElementsOf(refused);
    }

    /** Something that the form cannot do without, or all of it. */
    private static boolean isRefused(Browser auditor, String form) {
        Matcher loads = LOADS.matcher(form);
        if (!loads.find()) {
            return false;
        }
        List<Integer> answers = new ArrayList<>();
        boolean isRefused = false;
        Matcher one = SOURCE.matcher(loads.group(1).replace("&amp;", "&"));
        while (one.find()) {
            int status = auditor.get(path(one.group(2))).statusCode();
            answers.add(status);
            isRefused |= status == FORBIDDEN && one.group(1).isEmpty();
        }
        return isRefused || (!answers.isEmpty() && answers.stream().allMatch(status -> status == FORBIDDEN));
    }

    /** Whether the case exists is asked after whether she may know. */
    private static String path(String source) {
        return source.strip()
                .replace("{clusterId}", TwoClusters.ONE)
                .replaceAll("\\{\\w*Month}", "2026-01")
                .replaceAll("\\{[\\w.]+}", "2026")
                .replace(' ', '+');
    }

    private static List<Path> forms() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of("forms"))) {
            return all.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList();
        }
    }

    /** {@code plan-meeting.html} is {@code planMeeting}. */
    private static String key(Path form) {
        return DASH.matcher(form.getFileName().toString().replace(".html", ""))
                .replaceAll(found -> found.group(1).toUpperCase(Locale.ROOT));
    }
}
