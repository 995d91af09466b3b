// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.picture;

/**
 * The colours of sequence diagrams, by day and by night. Plain classes without variables: slide programs and converters
 * read these, and take the day's colours.
 */
final class SvgStyle {
    private static final String COMMON = """
            .nd text{font-family:"Segoe UI",Roboto,"Helvetica Neue",Arial,"DejaVu Sans",sans-serif;font-size:13px;stroke:none}
            .nd .title{font-size:18px;font-weight:700}
            .nd .name{font-weight:700;text-anchor:middle}
            .nd .s{font-size:11px}
            .nd .c{text-anchor:middle}
            .nd .e{text-anchor:end}
            .nd .w{font-weight:700}
            .nd .halo{paint-order:stroke;stroke-width:4px;stroke-linejoin:round}
            .nd .a{fill:none;stroke-width:1.6}
            .nd .dash{stroke-dasharray:6 4}
            .nd .real .a{stroke-width:2.6}
            .nd .life{stroke-width:1}
            .nd .tick{stroke-width:1;stroke-dasharray:2 4}
            """;

    /** In this order: see {@link #colours}. */
    private static final String DAY = colours(
            "#ffffff", "#1c2430", "#5b6675", "#b9c2cd", "#eef2f6", "#fff3d1", "#d99a00", "#c8102e", "#fdecee",
            "#9a5b00", "#00695c", "#cfe3fb", "#3b78c2", "#dfe5ec", "#e6ad4a", "#9a6bd0", "#d8efdc", "#2e7d43");

    private static final String NIGHT = colours(
            "#12171e", "#e6ebf2", "#9aa7b7", "#4a5563", "#1f2732", "#3a2e10", "#e0a92e", "#ff7385", "#421a21",
            "#f0b45c", "#4fd1bd", "#22436b", "#7db2f0", "#3c4756", "#b98424", "#8a5cc4", "#1d4028", "#6cc784");

    /** What goes into the style element. */
    static final String CSS = COMMON + DAY + "@media (prefers-color-scheme:dark){\n" + NIGHT + "}\n";

    private SvgStyle() {}

    private static String colours(
            String paper,
            String ink,
            String faint,
            String life,
            String head,
            String shade,
            String gate,
            String red,
            String pink,
            String orange,
            String real,
            String bar,
            String barEdge,
            String passive,
            String dispatch,
            String device,
            String active,
            String activeEdge) {
        return rule(".bg", "fill:" + paper)
                + rule("text", "fill:" + ink)
                + rule(".f", "fill:" + faint)
                + rule(".life", "stroke:" + life)
                + rule(".tick", "stroke:" + life)
                + rule(".head", "fill:" + head + ";stroke:" + life)
                + rule(".shade", "fill:" + shade)
                + rule(".gatebar", "fill:" + gate)
                + rule(".halo", "stroke:" + paper)
                + rule(".in .halo", "stroke:" + shade)
                + rule(".a", "stroke:" + ink)
                + rule(".tip", "fill:" + ink)
                + rule(".box", "fill:" + head + ";stroke:" + faint)
                + rule(".gate .box", "fill:" + shade + ";stroke:" + gate)
                + rule(".quiet .a", "stroke:" + faint)
                + rule(".quiet .tip,.nd .quiet .l", "fill:" + faint)
                + rule(".bad .a", "stroke:" + red)
                + rule(".bad .tip,.nd .bad .l", "fill:" + red)
                + rule(".undone .a", "stroke:" + orange)
                + rule(".undone .tip,.nd .undone .l", "fill:" + orange)
                + rule(".real .a", "stroke:" + real)
                + rule(".real .tip,.nd .real .l", "fill:" + real)
                + rule(".flag .box", "fill:" + pink + ";stroke:" + red)
                + rule(".pennant,.nd .banner", "fill:" + red)
                + rule(".onred", "fill:" + paper)
                + rule(".bar", "fill:" + bar + ";stroke:" + barEdge)
                + rule(".pend", "fill:" + paper + ";stroke:" + barEdge + ";stroke-dasharray:3 3")
                + rule(".q0", "fill:" + passive)
                + rule(".q2", "fill:" + dispatch)
                + rule(".q5", "fill:" + device)
                + rule(".vc", "fill:" + head + ";stroke:" + faint)
                + rule(".vcmoving", "fill:" + paper + ";stroke:" + activeEdge + ";stroke-dasharray:3 3")
                + rule(".vcactive", "fill:" + active + ";stroke:" + activeEdge);
    }

    private static String rule(String selector, String body) {
        return ".nd " + selector + "{" + body + "}\n";
    }
}
