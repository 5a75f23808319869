package vn.toancanh.server.ptz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.toancanh.onvif.HeadAbilities;
import vn.toancanh.onvif.HeadPreset;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.FieldError;
import vn.toancanh.server.ptz.PresetNotes.Note;

/** What the routes of places take and answer. */
final class PresetBodies {
    private static final int MOST_LETTERS = 64;
    private static final Pattern NUMBER = Pattern.compile("(?<![0-9])0*([0-9]{1,4})$");

    private PresetBodies() {}

    /**
     * A place that a head knows.
     *
     * @param number by which people call it up: the head's own id where that is a number, else the one at its end where no other place
     *     has that; null where there is none
     * @param name null where it has none
     */
    record Preset(
            String id, @Nullable Integer number, @Nullable String name, boolean locked) {}

    /** All of a head, in its own order. */
    record Presets(
            String cameraId, List<Preset> items, @Nullable Integer most, boolean home, boolean homeFixed) {
        static Presets of(String cameraId, List<HeadPreset> presets, Map<String, Note> notes, HeadAbilities abilities) {
            Map<String, Integer> numbers = numbers(presets);
            return new Presets(
                    cameraId,
                    presets.stream()
                            .map(each -> {
                                Note note = notes.getOrDefault(each.token(), Note.NONE);
                                return new Preset(
                                        each.token(), numbers.get(each.token()), name(each, note), note.locked());
                            })
                            .toList(),
                    abilities.mostPresets(),
                    abilities.home(),
                    abilities.homeIsFixed());
        }

        Preset preset(String id) {
            return items.stream()
                    .filter(each -> each.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> ApiProblem.of(422, "ptz.notThere", "The head knows no such place"));
        }
    }

    /** As it was named here, unless it has another name at the head since. */
    private static @Nullable String name(HeadPreset preset, Note note) {
        boolean stands = note.name() != null && Objects.equals(note.told(), preset.name());
        return stands ? note.name() : preset.name();
    }

    private static Map<String, Integer> numbers(List<HeadPreset> presets) {
        Map<String, Integer> numbers = new HashMap<>();
        Map<Integer, List<String>> others = new HashMap<>();
        for (HeadPreset each : presets) {
            Matcher found = NUMBER.matcher(each.token());
            if (!found.find()) {
                continue;
            }
            Integer number = Integer.valueOf(found.group(1));
            if (each.token().equals(number.toString())) {
                numbers.put(each.token(), number);
            } else {
                others.computeIfAbsent(number, any -> new ArrayList<>()).add(each.token());
            }
        }
        others.forEach((number, ids) -> {
            if (ids.size() == 1 && Collections.frequency(List.copyOf(numbers.values()), number) == 0) {
                numbers.put(ids.getFirst(), number);
            }
        });
        return numbers;
    }

    /** Where the head is now, to be kept under a name. */
    record Draft(@Nullable String name) {
        /** @throws ApiProblem 400 */
        String check() {
            List<FieldError> errors = new ArrayList<>();
            if (name == null) {
                errors.add(FieldError.of("/name", "required", "what it is to be called"));
            }
            @Nullable String checked = named(errors, name);
            if (!errors.isEmpty() || checked == null) {
                throw ApiProblem.badFields(errors);
            }
            return checked;
        }
    }

    /** What is to be otherwise of a place; what is missing stays. */
    record Change(
            @Nullable String name,
            @Nullable Boolean here,
            @Nullable Boolean locked) {
        /** @throws ApiProblem 400 */
        Change check() {
            List<FieldError> errors = new ArrayList<>();
            @Nullable String checked = named(errors, name);
            if (name == null && here == null && locked == null) {
                errors.add(FieldError.of("", "required", "something that is to be otherwise"));
            }
            if (!errors.isEmpty()) {
                throw ApiProblem.badFields(errors);
            }
            return new Change(checked, here, locked);
        }

        /** True where the place is to be where the head is now. */
        boolean moves() {
            return here != null && here;
        }

        /** True where it is to be called otherwise. */
        boolean renames(Preset before) {
            return name != null && !name.equals(before.name());
        }

        /** Whether it is to be locked afterwards. */
        boolean locks(Preset before) {
            return locked == null ? before.locked() : locked;
        }
    }

    private static @Nullable String named(List<FieldError> errors, @Nullable String name) {
        if (name == null) {
            return null;
        }
        String text = name.strip();
        if (text.isEmpty() || text.length() > MOST_LETTERS || text.chars().anyMatch(Character::isISOControl)) {
            errors.add(FieldError.of("/name", "length", "1 to " + MOST_LETTERS + " characters on one line"));
        }
        return text;
    }
}
