package dk.klyngeflow.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.handler.HandlerMappingIntrospector;

/**
 * Who may enter where. One chain for programs (JSON, HTTP Basic or session), one for people (pages and Camunda's web applications), one
 * for pages that ask for a token instead of a log-in.
 */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    static final Pattern STATIC = Pattern.compile("/[^/]+\\.(css|js|svg|png|ico|woff2?)|/(forms-kit|fonts|images)/.*");
    private static final Pattern STATIC_OF_WEB_APPS = Pattern.compile(
            "/camunda/(app|lib|assets)/.*\\.(css|js|svg|png|ico|woff2?|ttf|eot|json)|/camunda/favicon\\.ico");
    private static final Pattern LOGIN_OF_CAMUNDA = Pattern.compile("/camunda/api/admin/auth/user/[^/]+/login/.*");
    private static final Pattern LOGOUT_OF_CAMUNDA = Pattern.compile("/camunda/api/admin/auth/user/[^/]+/logout");
    private static final Pattern SETUP_OF_CAMUNDA =
            Pattern.compile("/camunda/(api/admin/setup|app/admin/[^/]+/setup)(/.*)?");
    private static final Pattern ADMINISTRATORS_IN_CAMUNDA =
            Pattern.compile("/camunda/(app|api)/(cockpit|admin)(/.*)?");
    private static final Pattern WHO_AM_I = Pattern.compile("/camunda/api/admin/auth/.*");

    private static final String OUR_PAGES =
            "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline';"
                    + " object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

    private static final String PAGES_BY_TOKEN =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final CurrentPerson person;
    private final Memberships memberships;
    private final IdentityService identityService;
    private final Entrance entrance;
    private final LoginOnEveryNode logins;
    private final ObjectProvider<OpenPages> openPages;
    private final ObjectProvider<ClientRegistrationRepository> openIdConnect;

    AccessConfiguration(
            CurrentPerson person,
            Memberships memberships,
            IdentityService identityService,
            Entrance entrance,
            LoginOnEveryNode logins,
            ObjectProvider<OpenPages> openPages,
            ObjectProvider<ClientRegistrationRepository> openIdConnect) {
        this.person = person;
        this.memberships = memberships;
        this.identityService = identityService;
        this.entrance = entrance;
        this.logins = logins;
        this.openPages = openPages;
        this.openIdConnect = openIdConnect;
    }

    @Bean
    @Order(0)
    SecurityFilterChain tokensChain(HttpSecurity http) throws Exception {
        List<PathPatternRequestMatcher> pages = openPages.stream()
                .flatMap(module -> module.byToken().stream())
                .map(PathPatternRequestMatcher.withDefaults()::matcher)
                .toList();
        http.securityMatcher(request -> pages.stream().anyMatch(page -> page.matches(request)));
        http.authorizeHttpRequests(rules -> rules.anyRequest().permitAll());
        http.csrf(AbstractHttpConfigurer::disable);
        http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.requestCache(AbstractHttpConfigurer::disable);
        http.logout(AbstractHttpConfigurer::disable);
        http.headers(headers -> {
            headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
            headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER));
            headers.permissionsPolicyHeader(
                    permissions -> permissions.policy("camera=(), microphone=(), geolocation=(), payment=()"));
            headers.addHeaderWriter((request, response) -> {
                if (!response.containsHeader("Content-Security-Policy")) {
                    response.setHeader("Content-Security-Policy", PAGES_BY_TOKEN);
                }
            });
        });
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain programsChain(HttpSecurity http) throws Exception {
        http.securityMatcher(AccessConfiguration::isForPrograms);
        http.authorizeHttpRequests(rules -> rules.dispatcherTypeMatchers(
                        DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers("/actuator/health/**")
                .permitAll()
                .requestMatchers(patterns())
                .permitAll()
                .requestMatchers(path("/(engine-rest|actuator)(/.*)?"))
                .access(administrators())
                .anyRequest()
                .authenticated());
        http.csrf(AbstractHttpConfigurer::disable); // SameOrigin instead: programs have no form to read a token from
        http.addFilterBefore(new SameOrigin(), AuthorizationFilter.class);
        http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.NEVER));
        http.requestCache(AbstractHttpConfigurer::disable);
        http.logout(AbstractHttpConfigurer::disable);
        http.httpBasic(basic -> basic.authenticationEntryPoint(entrance));
        http.exceptionHandling(
                handling -> handling.authenticationEntryPoint(entrance).accessDeniedHandler(entrance));
        http.headers(this::headers);
        return withDoors(http).build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain peopleChain(HttpSecurity http, ObjectProvider<KnownPeopleOnly> knownPeopleOnly)
            throws Exception {
        HttpSessionRequestCache requests = new HttpSessionRequestCache();
        requests.setMatchingRequestParameterName(null);
        requests.setRequestMatcher(request -> request.getMethod().equals("GET")
                && !RefusalAnswers.isInterface(request)
                && String.valueOf(request.getHeader("Accept")).contains("text/html"));
        http.authorizeHttpRequests(rules -> rules.dispatcherTypeMatchers(
                        DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                .permitAll()
                // closes CVE-2026-77226; and nobody logs in past our own page
                .requestMatchers(path(SETUP_OF_CAMUNDA), path(LOGIN_OF_CAMUNDA))
                .denyAll()
                .requestMatchers(path(WHO_AM_I))
                .access(staffAndAdministrators())
                .requestMatchers(path(STATIC_OF_WEB_APPS))
                .access(staffAndAdministrators())
                .requestMatchers(path(ADMINISTRATORS_IN_CAMUNDA))
                .access(administrators())
                .requestMatchers(path("/camunda(/.*)?"))
                .access(staffAndAdministrators())
                .requestMatchers(path("/|/login|/error"), path(STATIC))
                .permitAll()
                .requestMatchers(patterns())
                .permitAll()
                .anyRequest()
                .authenticated());
        // Camunda's web applications bring their own token
        http.csrf(csrf -> csrf.csrfTokenRepository(new PageTokens()).ignoringRequestMatchers(path("/camunda/.*")));
        http.requestCache(cache -> cache.requestCache(requests));
        http.formLogin(login -> login.loginPage("/login")
                .authenticationDetailsSource(KnownBrowsers.Details::new)
                .successHandler(entrance.afterLogin(requests))
                .failureHandler(entrance)
                .permitAll());
        http.logout(logout -> logout.logoutRequestMatcher(this::isLogout)
                .deleteCookies("JSESSIONID", LoginSecret.COOKIE)
                .addLogoutHandler(entrance)
                .logoutSuccessHandler(entrance));
        if (openIdConnect.getIfAvailable() != null) {
            http.oauth2Login(login -> login.loginPage("/login")
                    .userInfoEndpoint(user -> user.oidcUserService(knownPeopleOnly.getObject()))
                    .successHandler(entrance.afterLogin(requests))
                    .failureUrl("/login?ukendt"));
        }
        http.exceptionHandling(
                handling -> handling.authenticationEntryPoint(entrance).accessDeniedHandler(entrance));
        http.headers(this::headers);
        return withDoors(http).build();
    }

    private HttpSecurity withDoors(HttpSecurity http) {
        http.addFilterBefore(logins.filter(), SecurityContextHolderFilter.class);
        http.addFilterBefore(new SamePassword(person, memberships, logins), AuthorizationFilter.class);
        if (openIdConnect.getIfAvailable() == null) {
            http.addFilterBefore(new OwnPasswordFirst(person, memberships), AuthorizationFilter.class);
        }
        http.addFilterAfter(new OneToken(), AuthorizationFilter.class);
        http.addFilterAfter(new CleanAnswers(person), OneToken.class);
        http.addFilterAfter(new EngineCaller(identityService, person, memberships), CleanAnswers.class);
        http.addFilterAfter(new DoorKeeper(person), EngineCaller.class);
        http.addFilterAfter(new AuditorsRead(person), DoorKeeper.class);
        http.addFilterAfter(new OperatorsSeeInside(person), AuditorsRead.class);
        return http;
    }

    static boolean isForPrograms(HttpServletRequest request) {
        String path = Doors.path(request);
        return path.startsWith("/api/") || path.startsWith("/engine-rest") || path.startsWith("/actuator");
    }

    private boolean isLogout(HttpServletRequest request) {
        String path = Doors.path(request);
        return request.getMethod().equals("POST")
                && (path.equals("/logout")
                        // the header cannot come from another site
                        || (LOGOUT_OF_CAMUNDA.matcher(path).matches() && request.getHeader("X-XSRF-TOKEN") != null));
    }

    private void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin);
        headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
        headers.permissionsPolicyHeader(
                permissions -> permissions.policy("camera=(), microphone=(), geolocation=(), payment=()"));
        headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable);
        HeaderWriter never = new CacheControlHeadersWriter();
        headers.addHeaderWriter((request, response) -> {
            String path = Doors.path(request);
            if (STATIC.matcher(path).matches()
                    || STATIC_OF_WEB_APPS.matcher(path).matches()) {
                if (!response.containsHeader("Cache-Control")) {
                    response.setHeader("Cache-Control", "max-age=3600");
                }
            } else {
                never.writeHeaders(request, response);
            }
            // Camunda's web applications have their own, stricter one
            if (!path.startsWith("/camunda/") && !response.containsHeader("Content-Security-Policy")) {
                response.setHeader("Content-Security-Policy", OUR_PAGES);
            }
        });
    }

    private AuthorizationManager<RequestAuthorizationContext> administrators() {
        return (who, context) -> new AuthorizationDecision(person.isAdministrator());
    }

    private AuthorizationManager<RequestAuthorizationContext> staffAndAdministrators() {
        return (who, context) -> new AuthorizationDecision(person.isStaff() || person.isAdministrator());
    }

    private String[] patterns() {
        return openPages.stream().map(OpenPages::patterns).flatMap(List::stream).toArray(String[]::new);
    }

    private static RequestMatcher path(String pattern) {
        return path(Pattern.compile(pattern));
    }

    private static RequestMatcher path(Pattern pattern) {
        return request -> pattern.matcher(Doors.path(request)).matches();
    }

    /** The rules above read addresses as Spring MVC does, without asking it. */
    @Bean
    static PathPatternRequestMatcherBuilderFactoryBean addresses() {
        return new PathPatternRequestMatcherBuilderFactoryBean();
    }

    /**
     * Spring Security lets Spring MVC look for the method behind each address beforehand, Camunda's too, in case a rule asks for it. None
     * does, and to look among our some hundred addresses twice was a tenth of what a request costs.
     */
    @Bean
    static BeanPostProcessor nobodyLooksBeforehand(ApplicationContext context) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean.getClass() != HandlerMappingIntrospector.class) {
                    return bean;
                }
                HandlerMappingIntrospector looksWhenAsked = new HandlerMappingIntrospector() {
                    @Override
                    public Filter createCacheFilter() {
                        return (request, response, chain) -> chain.doFilter(request, response);
                    }
                };
                looksWhenAsked.setApplicationContext(context);
                return looksWhenAsked;
            }
        };
    }

    /** After our own log-in, before the filters of Camunda's web applications. */
    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> loginOfWebApps() {
        ContainerBasedAuthenticationFilter filter = new ContainerBasedAuthenticationFilter() {
            @Override
            public void init(FilterConfig config) {
                authenticationProvider = new LoginOfWebApps(memberships);
            }
        };
        FilterRegistrationBean<ContainerBasedAuthenticationFilter> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(101);
        registration.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        return registration;
    }

    @Bean
    FilterRegistrationBean<SecureCookies> secureCookies() {
        FilterRegistrationBean<SecureCookies> registration = new FilterRegistrationBean<>(new SecureCookies());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }
}
