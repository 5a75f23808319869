package vn.toancanh.deeds;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import vn.toancanh.base.Failure;

/** The port to the central server's ears. Lane: DESK; the answer comes on DESK, once. */
public interface DeedSender {
    /** What the server said of some deeds. */
    sealed interface Answer {
        /** It knows all of them now, but for those that it will not have as they are. */
        record Heard(Set<UUID> refused) implements Answer {
            public Heard {
                refused = Set.copyOf(refused);
            }
        }

        /** It did not answer, or has no ears for any. */
        record Unheard(Failure failure) implements Answer {}
    }

    /** Whether the server that is signed in at has ears for notes ({@link Deed#isNote}); where not, others alone are to be told. */
    default boolean hearsNotes() {
        return true;
    }

    /** Tells deeds of whoever is signed in, in this order. */
    void tell(List<Deed> deeds, Consumer<Answer> answer);
}
