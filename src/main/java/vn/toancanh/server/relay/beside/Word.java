package vn.toancanh.server.relay.beside;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toancanh.server.relay.RelayFigures;

/** What a relay tells the server beside it. The first is {@link Hello}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "word")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Word.Hello.class, name = "hello"),
    @JsonSubTypes.Type(value = Word.Proved.class, name = "proved"),
    @JsonSubTypes.Type(value = Word.Listening.class, name = "listening"),
    @JsonSubTypes.Type(value = Word.Refused.class, name = "refused"),
    @JsonSubTypes.Type(value = Word.Held.class, name = "held"),
    @JsonSubTypes.Type(value = Word.Watching.class, name = "watching"),
    @JsonSubTypes.Type(value = Word.Synced.class, name = "synced"),
    @JsonSubTypes.Type(value = Word.Counted.class, name = "counted")
})
sealed interface Word {
    /**
     * To whoever connects. This word, {@link Order.Prove}, {@link Proved} and {@link Order.End} stay as they are in every
     * protocol to come, so that a relay of another version can be told to end.
     */
    record Hello(int protocol, String version, String nonce) implements Word {
        public Hello {
            Absent.refuse(version, nonce);
        }
    }

    /**
     * I am the relay of these data.
     *
     * @param serving how it serves; null: not yet
     */
    record Proved(String proof, @Nullable Serving serving) implements Word {
        public Proved {
            Absent.refuse(proof);
        }
    }

    /** It serves, at that port. */
    record Listening(int port) implements Word {}

    /**
     * It cannot serve so.
     *
     * @param taken true: another one has the port
     */
    record Refused(String why, boolean taken) implements Word {
        public Refused {
            Absent.refuse(why);
        }
    }

    /** Grants that stand; some of them where {@code last} is false. */
    record Held(List<WireGrant> grants, boolean last) implements Word {
        public Held {
            Absent.refuse(grants);
            grants = List.copyOf(grants);
        }
    }

    /** Some of those who play: may they still? */
    record Watching(List<Watcher> viewers) implements Word {
        public Watching {
            Absent.refuse(viewers);
            viewers = List.copyOf(viewers);
        }
    }

    /** All orders before {@link Order.Sync} are done. */
    record Synced(long number) implements Word {}

    /** The answer to {@link Order.Count}. */
    record Counted(long number, RelayFigures figures) implements Word {
        public Counted {
            Absent.refuse(figures);
        }
    }
}
