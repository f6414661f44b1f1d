package dk.klyngeflow.security;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param admin the first administrator; made when there is none
 * @param login how people log in
 */
@ConfigurationProperties("klyngeflow")
record AccessSettings(@Nullable Admin admin, @DefaultValue Login login) {

    record Admin(String id, String password, String mail) {}

    /**
     * @param userClaim the claim of an OpenID Connect token that holds the person's id; empty for the provider's own user name
     * @param shortestPassword the fewest characters of a new password
     */
    record Login(
            @DefaultValue("") String userClaim,
            @DefaultValue("12") int shortestPassword) {}
}
