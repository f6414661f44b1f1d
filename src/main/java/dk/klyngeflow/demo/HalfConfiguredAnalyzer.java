package dk.klyngeflow.demo;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

class HalfConfiguredAnalyzer extends AbstractFailureAnalyzer<HalfConfigured> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, HalfConfigured cause) {
        return new FailureAnalysis(
                cause.getMessage(), "Sæt det, der mangler, og start igen. README.md har hele tabellen.", cause);
    }
}
