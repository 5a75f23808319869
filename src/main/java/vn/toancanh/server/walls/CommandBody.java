package vn.toancanh.server.walls;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A command to a wall as it is answered, told and kept; {@code stateVersion} is what the command made it.
 *
 * @param args without the layouts that it brings, which lie beside it until a screen asks for them
 */
record CommandBody(
        String id,
        String wallId,
        String op,
        List<String> screenIds,
        @Nullable Integer cell,
        @Nullable JsonNode args,
        String by,
        String state,
        long stateVersion,
        Map<String, Answer> answers,
        Instant madeAt,
        Instant expiresAt) {
    /** What a screen said; {@code outcome} is done or failed. */
    record Answer(String outcome, @Nullable String detail) {}

    /** The same with layouts among its arguments, by the ids of screens. */
    CommandBody bringing(ObjectNode layouts) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        if (args instanceof ObjectNode named) {
            all.setAll(named);
        }
        all.set("layouts", layouts);
        return new CommandBody(
                id, wallId, op, screenIds, cell, all, by, state, stateVersion, answers, madeAt, expiresAt);
    }

    /** Screens that have not said what became of it. */
    List<String> unanswered() {
        return screenIds.stream().filter(screen -> !answers.containsKey(screen)).toList();
    }

    /** The same with another end. */
    CommandBody ending(Instant end) {
        return new CommandBody(id, wallId, op, screenIds, cell, args, by, state, stateVersion, answers, madeAt, end);
    }

    CommandBody answered(String nextState, Map<String, Answer> all) {
        return new CommandBody(
                id, wallId, op, screenIds, cell, args, by, nextState, stateVersion, all, madeAt, expiresAt);
    }
}
