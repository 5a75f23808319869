package vn.toancanh.server.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;
import vn.toancanh.base.Clock;

/** Bodies in and out: strict types, unknown fields tolerated, size and depth capped. Any thread. */
public final class Json implements io.javalin.json.JsonMapper {
    /** Largest ordinary body, bytes. */
    public static final long ORDINARY = 1L << 20;

    /** Largest body where little is said, bytes: it takes no room from others while it comes, however slowly. */
    public static final long SMALL = BodyRoom.SMALL;

    /** Names, values, and ends of lists and objects in an ordinary body: a wall of 2304 tiles has fewer. */
    static final int MOST_VALUES = 100_000;

    /** The same in a body that is read as it comes: of what is meant by 64 MiB of cameras there are fewer. */
    private static final int MOST_OF_LONG = 8_000_000;

    private static final int DEPTH = 32;
    private static final String TYPE = "application/json";
    private static final byte[] NOTHING = {};

    private final ObjectMapper mapper = mapper(Long.MAX_VALUE);
    private final ObjectMapper ordinary = mapper(MOST_VALUES);
    private final ObjectMapper longer = mapper(MOST_OF_LONG);
    private final Clock clock;
    private final AnswerRoom room = new AnswerRoom();
    private final BodyRoom bodies = new BodyRoom();

    public Json() {
        this(Clock.SYSTEM);
    }

    /** @param clock tells whether a body comes too slowly */
    public Json(Clock clock) {
        this.clock = clock;
    }

    private static ObjectMapper mapper(long mostValues) {
        return JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(DEPTH)
                                .maxStringLength(1 << 16)
                                .maxNameLength(256)
                                .maxNumberLength(64)
                                .maxTokenCount(mostValues)
                                .build())
                        .build())
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(
                        LogicalType.Textual,
                        texts -> texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .build();
    }

    public ObjectMapper mapper() {
        return mapper;
    }

    /**
     * Answers with a JSON body.
     *
     * @throws ApiProblem 503 where it is large, and too many such answers are under way
     */
    public void answer(Context context, int status, Object body) {
        answerWritten(context, status, TYPE, mapper.writeValueAsBytes(body));
    }

    /**
     * Answers with a body that is written already.
     *
     * @throws ApiProblem 503 where it is large, and too many such answers are under way
     */
    public void answerWritten(Context context, int status, String type, byte[] bytes) {
        room.isMade(context.req(), bytes.length);
        context.status(status).contentType(type).result(bytes);
    }

    /**
     * Answers with a JSON body that may be large: it is made when its turn comes. For routes that took no body: what was read of one
     * would be held while this waits.
     *
     * @param body gives null where there is nothing to be sent: what it has told the context holds then
     * @throws ApiProblem 503 where too many such answers are under way
     */
    public void answerLarge(Context context, int status, Supplier<? extends @Nullable Object> body) {
        byte[] bytes = room.make(context.req(), () -> {
            @Nullable Object made = body.get();
            return made == null ? NOTHING : mapper.writeValueAsBytes(made);
        });
        if (bytes.length > 0) {
            context.status(status).contentType(TYPE).result(bytes);
        }
    }

    /**
     * Takes room for an answer that is no JSON and about to be fetched.
     *
     * @throws ApiProblem 503 where it is large, and too many such answers are under way
     */
    public void fetches(Context context, long bytes) {
        room.isFetched(context.req(), bytes);
    }

    /** The body of an ordinary request. */
    public <T> T body(Context context, Class<T> type) {
        return body(context, type, ORDINARY);
    }

    /**
     * The request's body; one that may be larger than ordinary ones is read as it comes in. Only then does a route ask who calls: see
     * {@link SecondLook}.
     *
     * @throws ApiProblem 400, 408, 413 or 415; 401 or 403 where the caller may no longer; 503 where there is no room for it
     */
    public <T> T body(Context context, Class<T> type, long cap) {
        requireJson(context);
        if (context.req().getContentLengthLong() > cap) {
            throw ApiProblem.tooLarge(cap);
        }
        try (InputStream in = new CappedStream(context.req().getInputStream(), cap, clock)) {
            @Nullable T value = cap > ORDINARY ? asItComes(context, in, type, cap) : whole(context, in, type, cap);
            SecondLook.bodyIsThere(context);
            if (value == null) {
                throw ApiProblem.badField("", "type", "an object is needed");
            }
            return value;
        } catch (StreamConstraintsException tooMuch) {
            throw ApiProblem.badRequest("deeper than " + DEPTH + " levels, a value is too long, or there are too many");
        } catch (StreamReadException broken) {
            throw ApiProblem.badRequest("not JSON: " + at(broken));
        } catch (DatabindException wrong) {
            String where = pointer(wrong.getPath());
            throw wrong.getCause() instanceof CappedList.TooMany more
                    ? ApiProblem.badField(where, "length", "at most " + more.most())
                    : ApiProblem.badField(where, "type", "another type is needed here");
        } catch (JacksonException unreadable) {
            throw asProblem(unreadable.getCause(), cap);
        } catch (IOException gone) {
            throw asProblem(gone, cap);
        }
    }

    /** Made sense of only when all of it is there: what is read of a body is many times its length, and some come by drops. */
    private <T> @Nullable T whole(Context context, InputStream in, Class<T> type, long cap) throws IOException {
        bodies.comes(context.req(), context.req().getContentLengthLong(), cap);
        byte[] bytes = in.readAllBytes();
        bodies.isRead(context.req(), bytes.length);
        @Nullable T read = ordinary.readValue(bytes, type);
        BodyRoom.isUnderstood(context.req());
        return read;
    }

    private <T> @Nullable T asItComes(Context context, InputStream in, Class<T> type, long cap) {
        bodies.isReadAsItComes(context.req(), context.req().getContentLengthLong(), cap);
        return longer.readValue(in, type);
    }

    /** For bodies that no sense is made of, which take room as well while they come. */
    BodyRoom bodies() {
        return bodies;
    }

    private static ApiProblem asProblem(@Nullable Throwable why, long cap) {
        return switch (why) {
            case CappedStream.TooLong longer -> ApiProblem.tooLarge(cap);
            case CappedStream.TooSlow slow -> ApiProblem.tooSlow();
            case null, default -> ApiProblem.badRequest("the body ended too early");
        };
    }

    private static void requireJson(Context context) {
        @Nullable String type = context.contentType();
        String plain = type == null ? "" : type.toLowerCase(Locale.ROOT).replaceAll("\\s*;.*", "");
        if (!plain.equals(TYPE) || context.header("Content-Encoding") != null) {
            throw ApiProblem.of(415, "unsupportedMediaType", "The body must be plain application/json");
        }
    }

    private static String at(StreamReadException broken) {
        var where = broken.getLocation();
        return where == null ? "unreadable" : "line " + where.getLineNr() + ", column " + where.getColumnNr();
    }

    private static String pointer(List<JacksonException.Reference> path) {
        StringBuilder text = new StringBuilder();
        for (JacksonException.Reference step : path) {
            @Nullable String name = step.getPropertyName();
            text.append('/').append(name == null ? String.valueOf(step.getIndex()) : escape(name));
        }
        return text.toString();
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    @Override
    public String toJsonString(Object value, Type type) {
        return mapper.writeValueAsString(value);
    }

    // The signature is the web library's.
    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals")
    public <T> T fromJsonString(String json, Type type) {
        return mapper.readValue(json, mapper.constructType(type));
    }
}
