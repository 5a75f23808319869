package vn.toancanh.server.relay;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may watch what, by the grants that were given out. */
public interface Admissions {
    /** The grant that is good now; null where there is none. On the relay's thread, so it never blocks. */
    @Nullable
    Admission of(String grantId);

    /** Which of those who watch may no longer. Asked every few seconds beside the relay's thread; may block. */
    Set<Admission> ended(Set<Admission> watching);
}
