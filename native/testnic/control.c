// SPDX-License-Identifier: GPL-2.0-only
/* <debugfs>/nrtestnic/<index>/: the settings to write, the counters to read. */
#include <linux/debugfs.h>
#include <linux/rtnetlink.h>

#include "nrtestnic.h"

struct nrt_file {
	const char *name;
	size_t offset;		/* of a u32 in struct nrt_slot */
	bool hex;
};

#define NRT_AT(member)		offsetof(struct nrt_slot, member)
#define NRT_SETTING(f)		{ #f, NRT_AT(set.f), false }
#define NRT_SETTING_HEX(f)	{ #f, NRT_AT(set.f), true }
#define NRT_COUNTER(f)		{ #f, NRT_AT(seen.f), false }
#define NRT_COUNTER_HEX(f)	{ #f, NRT_AT(seen.f), true }

static const struct nrt_file nrt_settings[] = {
	NRT_SETTING_HEX(supported), NRT_SETTING(strict), NRT_SETTING(lie),
	NRT_SETTING(delay_ms), NRT_SETTING_HEX(lose_carrier),
	NRT_SETTING(down_after_ms), NRT_SETTING(down_ms),
	NRT_SETTING(flaps), NRT_SETTING(flap_ms),
	NRT_SETTING(vanish_ms), NRT_SETTING(dead_datapath),
	{ "error", NRT_AT(set.reset.error) },
	{ "error_times", NRT_AT(set.reset.times) },
	{ "begin_error", NRT_AT(set.begin.error) },
	{ "begin_error_times", NRT_AT(set.begin.times) },
	{ "reload_error", NRT_AT(set.reload_down.error) },
	{ "reload_error_times", NRT_AT(set.reload_down.times) },
	{ "reload_up_error", NRT_AT(set.reload_up.error) },
	{ "reload_up_error_times", NRT_AT(set.reload_up.times) },
	{ "probe_error", NRT_AT(set.probe.error) },
	{ "probe_error_times", NRT_AT(set.probe.times) },
};

static const struct nrt_file nrt_counters[] = {
	NRT_COUNTER(resets), NRT_COUNTER(errors),
	NRT_COUNTER_HEX(last_in), NRT_COUNTER_HEX(last_out),
	NRT_COUNTER(begins), NRT_COUNTER(drvinfos),
	NRT_COUNTER(opens), NRT_COUNTER(stops),
	NRT_COUNTER(probes), NRT_COUNTER(removes),
	NRT_COUNTER(reload_downs), NRT_COUNTER(reload_ups), NRT_COUNTER(tx),
};

static const char * const nrt_components[NRT_COMPONENTS] = {
	"mgmt", "irq", "dma", "filter", "offload", "mac", "phy", "ram", "ap",
};

static struct dentry *nrt_root;

void nrt_control_defaults(struct nrt_slot *slot)
{
	slot->set = (struct nrt_settings) {
		.supported = ETH_RESET_ALL,
		.lose_carrier = NRT_LINK | NRT_LINK << ETH_RESET_SHARED_SHIFT,
	};
}

/* The settings with an effect of their own, at once. */
static int nrt_change(struct nrt_slot *slot, u32 *setting, u64 val)
{
	rtnl_lock();
	if (*setting != !!val) {
		*setting = !!val;
		nrt_heal(slot);
	}
	rtnl_unlock();
	return 0;
}

static int nrt_detached_get(void *data, u64 *val)
{
	*val = ((struct nrt_slot *)data)->set.detached;
	return 0;
}

static int nrt_detached_set(void *data, u64 val)
{
	return nrt_change(data, &((struct nrt_slot *)data)->set.detached, val);
}

static int nrt_stay_down_get(void *data, u64 *val)
{
	*val = ((struct nrt_slot *)data)->set.stay_down;
	return 0;
}

static int nrt_stay_down_set(void *data, u64 val)
{
	return nrt_change(data, &((struct nrt_slot *)data)->set.stay_down, val);
}

static int nrt_clear_set(void *data, u64 val)
{
	struct nrt_slot *slot = data;

	rtnl_lock();
	memset(&slot->seen, 0, sizeof(slot->seen));
	rtnl_unlock();
	return 0;
}

static int nrt_defaults_set(void *data, u64 val)
{
	struct nrt_slot *slot = data;

	rtnl_lock();
	nrt_control_defaults(slot);
	if (slot->ndev) {
		cancel_delayed_work(&slot->vanish);
		nrt_heal(slot);
	}
	rtnl_unlock();
	return 0;
}

static int nrt_now_get(void *data, u64 *val)
{
	*val = ktime_get_real_ns();
	return 0;
}

DEFINE_DEBUGFS_ATTRIBUTE(nrt_now, nrt_now_get, NULL, "%llu\n");
DEFINE_DEBUGFS_ATTRIBUTE(nrt_detached, nrt_detached_get, nrt_detached_set, "%llu\n");
DEFINE_DEBUGFS_ATTRIBUTE(nrt_stay_down, nrt_stay_down_get, nrt_stay_down_set, "%llu\n");
DEFINE_DEBUGFS_ATTRIBUTE(nrt_clear, NULL, nrt_clear_set, "%llu\n");
DEFINE_DEBUGFS_ATTRIBUTE(nrt_defaults, NULL, nrt_defaults_set, "%llu\n");

static void nrt_control_word(const char *name, umode_t mode, struct dentry *dir, u32 *word, bool hex)
{
	if (hex)
		debugfs_create_x32(name, mode, dir, word);
	else
		debugfs_create_u32(name, mode, dir, word);
}

static void nrt_control_slot(struct nrt_slot *slot)
{
	struct dentry *dir;
	char name[24];
	unsigned int i;

	snprintf(name, sizeof(name), "%u", slot->index);
	dir = debugfs_create_dir(name, nrt_root);
	for (i = 0; i < ARRAY_SIZE(nrt_settings); i++)
		nrt_control_word(nrt_settings[i].name, 0644, dir,
				 (void *)slot + nrt_settings[i].offset, nrt_settings[i].hex);
	for (i = 0; i < ARRAY_SIZE(nrt_counters); i++)
		nrt_control_word(nrt_counters[i].name, 0444, dir,
				 (void *)slot + nrt_counters[i].offset, nrt_counters[i].hex);
	for (i = 0; i < NRT_COMPONENTS; i++) {
		snprintf(name, sizeof(name), "count_%s", nrt_components[i]);
		nrt_control_word(name, 0444, dir, &slot->seen.component[i], false);
		snprintf(name, sizeof(name), "count_%s_shared", nrt_components[i]);
		nrt_control_word(name, 0444, dir,
				 &slot->seen.component[i + ETH_RESET_SHARED_SHIFT], false);
	}
	debugfs_create_u64("carrier_up_ns", 0444, dir, &slot->seen.carrier_up_ns);
	debugfs_create_file_unsafe("now_ns", 0444, dir, slot, &nrt_now);
	debugfs_create_file_unsafe("detached", 0644, dir, slot, &nrt_detached);
	debugfs_create_file_unsafe("stay_down", 0644, dir, slot, &nrt_stay_down);
	debugfs_create_file_unsafe("clear", 0200, dir, slot, &nrt_clear);
	debugfs_create_file_unsafe("defaults", 0200, dir, slot, &nrt_defaults);
}

void nrt_control_make(void)
{
	unsigned int i;

	nrt_root = debugfs_create_dir(NRT_NAME, NULL);
	for (i = 0; i < nrt_count; i++)
		nrt_control_slot(&nrt_slots[i]);
}

void nrt_control_drop(void)
{
	debugfs_remove_recursive(nrt_root);
}
