package dk.klyngeflow.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param admin the first administrator; made when there is none
 * @param login how people log in
 * @param proxies the addresses whose word we take for who called and whether by TLS; {@code *} for the end of an address. Nobody else is
 *     believed: whoever could say where she comes from could not be slowed down
 */
@ConfigurationProperties("klyngeflow")
record AccessSettings(
        @Nullable Admin admin,
        @DefaultValue Login login,
        @DefaultValue({"127.0.0.1", "::1"}) List<String> proxies) {

    /** @param password asked for at the first start only */
    record Admin(String id, @Nullable String password, String mail) {

        String firstPassword() {
            return password == null ? "" : password;
        }
    }

    /**
     * @param userClaim the claim of an OpenID Connect token that holds the person's id; empty for the provider's own user name
     * @param shortestPassword the fewest characters of a new password
     */
    record Login(
            @DefaultValue("") String userClaim,
            @DefaultValue("12") int shortestPassword) {}
}
