package dk.klyngeflow.security;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Lets in by OpenID Connect whom we know: the token says who it is, our own tables say what she may. Where nobody logs in that way it is not
 * made, nor the client for XML and JSON that it brings.
 */
@Component
@Lazy
class KnownPeopleOnly implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final OidcUserService provider = new OidcUserService();
    private final IdentityService identities;
    private final AccessSettings settings;

    KnownPeopleOnly(IdentityService identities, AccessSettings settings) {
        this.identities = identities;
        this.settings = settings;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser user = provider.loadUser(request);
        String claim = settings.login().userClaim();
        String id = claim.isBlank() ? user.getName() : user.getClaimAsString(claim);
        if (id == null || identities.createUserQuery().userId(id).count() == 0) {
            throw new OAuth2AuthenticationException("unknown_person");
        }
        return claim.isBlank()
                ? user
                : new DefaultOidcUser(List.copyOf(user.getAuthorities()), user.getIdToken(), user.getUserInfo(), claim);
    }
}
