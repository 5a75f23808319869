package vn.toancanh.server.relay.beside;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.ArrayList;
import java.util.List;
import vn.toancanh.server.relay.Allowance;

/** What a server tells the relay beside it. The first is {@link Prove}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "op")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Order.Prove.class, name = "prove"),
    @JsonSubTypes.Type(value = Order.Serve.class, name = "serve"),
    @JsonSubTypes.Type(value = Order.Tell.class, name = "tell"),
    @JsonSubTypes.Type(value = Order.Admit.class, name = "admit"),
    @JsonSubTypes.Type(value = Order.Settle.class, name = "settle"),
    @JsonSubTypes.Type(value = Order.Cut.class, name = "cut"),
    @JsonSubTypes.Type(value = Order.Sync.class, name = "sync"),
    @JsonSubTypes.Type(value = Order.Count.class, name = "count"),
    @JsonSubTypes.Type(value = Order.End.class, name = "end")
})
sealed interface Order {
    /** I am the server of these data; now you. */
    record Prove(String nonce, String proof) implements Order {
        public Prove {
            Absent.refuse(nonce, proof);
        }
    }

    /**
     * Serve so; where it serves already only the grace is new.
     *
     * @param graceSeconds how long to go on without a server
     */
    record Serve(Serving how, long graceSeconds) implements Order {
        public Serve {
            Absent.refuse(how);
        }
    }

    /** Tell all grants that stand. */
    record Tell() implements Order {}

    /** Let these in. */
    record Admit(List<WireGrant> grants) implements Order {
        public Admit {
            Absent.refuse(grants);
            grants = List.copyOf(grants);
        }

        /** As many grants an order as a line takes. */
        static List<Admit> lines(List<Allowance> all) {
            List<Admit> lines = new ArrayList<>();
            for (int from = 0; from < all.size(); from += ControlSocket.A_LINE) {
                List<Allowance> some = all.subList(from, Math.min(all.size(), from + ControlSocket.A_LINE));
                lines.add(new Admit(some.stream().map(WireGrant::of).toList()));
            }
            return lines;
        }
    }

    /** Those were all: forget what was not named since {@link Tell}, and cut off who plays by it. */
    record Settle() implements Order {}

    /** Forget these, and cut off who plays by them. */
    record Cut(List<String> grants, List<String> sessions) implements Order {
        public Cut {
            Absent.refuse(grants, sessions);
            grants = List.copyOf(grants);
            sessions = List.copyOf(sessions);
        }
    }

    /** Say when all before this is done. */
    record Sync(long number) implements Order {}

    /** Tell what you do and did; also shows that the server is there. */
    record Count(long number) implements Order {}

    /** End. */
    record End() implements Order {}
}
