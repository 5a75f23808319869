package vn.toancanh.server.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.compression.Gzip;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.router.Endpoint;
import io.javalin.security.RouteRole;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinException;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Handle;

/** The web library, set up once for all endpoints. Every request runs on a virtual thread of its own. */
public final class WebServer implements Handle {
    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    private static final long IDLE_MS = 60_000;
    private static final int GZIP_LEVEL = 3;
    private static final int MOST_LOGGED = 300;

    private final Javalin javalin;
    private final Callers callers;

    private WebServer(Javalin javalin, Callers callers) {
        this.javalin = javalin;
        this.callers = callers;
    }

    /**
     * Starts listening.
     *
     * @param listener by which it listens; empty: plain HTTP
     * @param port 0 for any free one
     * @param meter is told of every request
     * @param callers keeps them in bounds; closed with the server
     * @throws FailureException where the port is taken
     */
    public static WebServer start(
            String address,
            int port,
            Optional<? extends Listener> listener,
            Json json,
            Gate gate,
            List<Endpoints> endpoints,
            RequestMeter meter,
            Callers callers) {
        Javalin javalin = Javalin.create(config -> {
            setUp(config, json);
            bound(config, callers);
            listener.ifPresent(
                    by -> config.jetty.addConnector((server, http) -> by.connector(server, http, address, port)));
            config.requestLogger.http((context, milliseconds) -> {
                log(context, milliseconds);
                meter.served(context.method().name(), route(context), context.statusCode(), milliseconds / 1e3);
            });
            config.routes.beforeMatched(context -> check(gate, context));
            Routes routes = new Routes(config.routes);
            endpoints.forEach(group -> group.addTo(routes));
        });
        try {
            javalin.start(address, port);
        } catch (JavalinBindException taken) {
            throw new FailureException(Failure.of(Failure.Kind.CONFLICT, address + ":" + port + " is taken", taken)
                    .withText("server.portTaken", address, String.valueOf(port)));
        }
        callers.begin();
        return new WebServer(javalin, callers);
    }

    private static void setUp(JavalinConfig config, Json json) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.prefer405over404 = true;
        CompressionStrategy gzip = new CompressionStrategy(null, new Gzip(GZIP_LEVEL));
        gzip.setDefaultMinSizeForCompression(CompressionRoom.LEAST);
        config.http.compressionStrategy = gzip;
        CompressionRoom compressing = new CompressionRoom();
        config.jsonMapper(json);
        config.router.ignoreTrailingSlashes = false;
        Problems problems = new Problems(json);
        problems.addTo(config.routes);
        config.routes.before(context ->
                context.header("X-Content-Type-Options", "nosniff").header("X-Request-Id", RequestIds.of(context)));
        // The library sends the answer after this.
        config.routes.after(context -> {
            BodyRoom.isDone(context.req());
            compressing.decide(context);
        });
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setRequestHeaderSize(16 * 1024);
            http.setIdleTimeout(IDLE_MS);
        });
        config.jetty.modifyServletContextHandler(context ->
                context.addFilter(new FilterHolder(new UnreadBody()), "/*", EnumSet.of(DispatcherType.REQUEST)));
        config.jetty.modifyServer(server -> {
            server.setErrorHandler(new JettyProblems(problems));
            server.setStopTimeout(2_000);
        });
    }

    private static void bound(JavalinConfig config, Callers callers) {
        config.jetty.modifyHttpConfiguration(http -> {
            http.addCustomizer(callers);
            http.addCustomizer(new PlainMethods());
        });
        // What it listens with is put together between here and its start.
        config.jetty.modifyServer(server -> server.addEventListener(new LifeCycle.Listener() {
            @Override
            public void lifeCycleStarting(LifeCycle starting) {
                for (Connector connector : server.getConnectors()) {
                    connector.addEventListener(callers);
                }
            }
        }));
    }

    private static void check(Gate gate, Context context) {
        if (context.method().equals(HandlerType.HEAD)) {
            // The library finds the GET route for it, but not who may take that.
            throw new MethodNotAllowedResponse("", Map.of("GET", "get"));
        }
        Access needed = access(context);
        if (needed != Access.LOCAL_OR_MANAGE) {
            gate.check(context, needed);
            SecondLook.prepare(context, () -> gate.checkAgain(context, needed));
        } else if (!LocalCaller.is(context)) {
            gate.check(context, Access.MANAGE);
        }
    }

    /** The route's path with its placeholders, of which there are few, and not what was asked for. */
    private static String route(Context context) {
        @Nullable Endpoint endpoint = context.endpoints().lastHttpEndpoint();
        return endpoint == null ? "" : endpoint.path;
    }

    private static Access access(Context context) {
        for (RouteRole role : context.routeRoles()) {
            if (role instanceof Access access) {
                return access;
            }
        }
        throw new IllegalStateException("a route without access: " + context.path());
    }

    /** Whoever asks is unknown yet, and is not to fill the log. */
    private static String shortened(String foreign) {
        return foreign.length() <= MOST_LOGGED ? foreign : foreign.substring(0, MOST_LOGGED) + "…";
    }

    /** Names of parameters only: values may be a person's search or, from a careless caller, a secret. */
    private static void log(Context context, Float milliseconds) {
        if (LOG.isInfoEnabled()) {
            String names =
                    shortened(context.queryParamMap().keySet().stream().sorted().collect(Collectors.joining("&")));
            @Nullable Object caller = context.attribute("caller");
            LOG.atInfo()
                    .addKeyValue("request", RequestIds.of(context))
                    .addKeyValue("method", context.method())
                    .addKeyValue("route", route(context))
                    .addKeyValue("status", context.statusCode())
                    .addKeyValue("ms", Math.round(milliseconds))
                    .addKeyValue("caller", caller == null ? "-" : caller)
                    .log(
                            "{} {} {}{} {} {} ms {}",
                            RequestIds.of(context),
                            context.method(),
                            shortened(context.path()),
                            names.isEmpty() ? "" : "?" + names,
                            context.statusCode(),
                            Math.round(milliseconds),
                            caller == null ? "-" : caller);
        }
    }

    public int port() {
        return javalin.port();
    }

    /** Lets requests under way finish, for two seconds at most. */
    @Override
    public void close() {
        callers.close();
        try {
            javalin.stop();
        } catch (JavalinException late) {
            LOG.info("requests under way were cut off: {}", String.valueOf(late.getCause()));
        }
    }
}
