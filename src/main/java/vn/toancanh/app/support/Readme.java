package vn.toancanh.app.support;

import java.util.ArrayList;
import java.util.List;
import vn.toancanh.app.Surroundings;
import vn.toancanh.base.Texts;

/** Tells whoever opens the bundle, in the operator's language, what is in it and what was left out. */
record Readme(Surroundings given) {
    String text(List<String> missing) {
        Texts texts = given.texts();
        List<String> lines = new ArrayList<>();
        lines.add(texts.get("support.title", given.clock().now().toString()));
        lines.add("");
        lines.add(texts.get("support.why"));
        lines.add("");
        lines.add(texts.get("support.inside"));
        lines.add("- machine.json: " + texts.get("support.inMachine"));
        lines.add("- doctor.txt, doctor.json: " + texts.get("support.inDoctor"));
        lines.add("- status.json: " + texts.get("support.inStatus"));
        lines.add("- threads: " + texts.get("support.inThreads"));
        lines.add("- databases: " + texts.get("support.inDatabases"));
        lines.add("- logs: " + texts.get("support.inLogs", LogFiles.MOST_OF_ONE >> 20));
        lines.add("- files.txt: " + texts.get("support.inFiles"));
        lines.add("");
        lines.add(texts.get("support.leftOut"));
        lines.add("- " + texts.get("support.outSecrets"));
        lines.add("- " + texts.get("support.outDatabases"));
        lines.add("- " + texts.get("support.outPictures"));
        lines.add("- " + texts.get("support.outMemory"));
        lines.add("");
        lines.add(texts.get("support.caution"));
        if (!missing.isEmpty()) {
            lines.add("");
            lines.add(texts.get("support.missing"));
            missing.forEach(each -> lines.add("- " + each));
        }
        return String.join("\n", lines) + "\n";
    }
}
