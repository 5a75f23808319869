package vn.toancanh.prefs;

import java.util.Map;
import java.util.function.Consumer;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.Outcome;

/** The port to the settings that the server keeps of whoever is signed in. Lane: DESK; every answer comes on DESK, once. */
public interface PersonalService {
    /** Whether the server that is signed in at keeps any. */
    boolean offered();

    /**
     * Puts these over what is kept there, each only where it was chosen later, and tells what is kept then.
     *
     * @param chosen by the names of their keys; none: it is only asked
     */
    void merge(Map<String, PersonalValue> chosen, Consumer<Outcome<Map<String, PersonalValue>>> answer);

    /** Not offered. */
    PersonalService NONE = new PersonalService() {
        @Override
        public boolean offered() {
            return false;
        }

        @Override
        public void merge(Map<String, PersonalValue> chosen, Consumer<Outcome<Map<String, PersonalValue>>> answer) {
            answer.accept(Outcome.failed(Failure.of(Kind.UNSUPPORTED, "no settings are kept here")));
        }
    };
}
