// SPDX-License-Identifier: GPL-2.0-only
/* The module: its platform devices nrtestnic.<index> and their driver. */
#include <linux/module.h>
#include <linux/version.h>

#include "nrtestnic.h"

unsigned int nrt_count = 2;
module_param_named(num, nrt_count, uint, 0444);
MODULE_PARM_DESC(num, "devices to make (1..16), default 2");

static unsigned int noreset;
module_param(noreset, uint, 0444);
MODULE_PARM_DESC(noreset, "mask of the device indexes that get no ethtool reset operation");

struct nrt_slot nrt_slots[NRT_MAX];

bool nrt_has_reset(const struct nrt_slot *slot)
{
	return !(noreset & BIT(slot->index));
}

int nrt_fault(struct nrt_fault *fault)
{
	int err = -(int)fault->error;

	if (err && fault->times && !--fault->times)
		fault->error = 0;
	return err;
}

static int nrt_probe(struct platform_device *pdev)
{
	struct nrt_slot *slot = &nrt_slots[pdev->id];
	int err;

	slot->seen.probes++;
	err = nrt_fault(&slot->set.probe);
	return err ? err : nrt_devlink_make(pdev, slot);
}

static void nrt_unbind(struct platform_device *pdev)
{
	nrt_slots[pdev->id].seen.removes++;
	nrt_devlink_drop(pdev);
}

#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 11, 0)
static int nrt_remove(struct platform_device *pdev)
{
	nrt_unbind(pdev);
	return 0;
}
#else
#define nrt_remove nrt_unbind
#endif

static struct platform_driver nrt_driver = {
	.probe = nrt_probe,
	.remove = nrt_remove,
	.driver = { .name = NRT_NAME },
};

static void nrt_drop_devices(unsigned int made)
{
	while (made--)
		platform_device_unregister(nrt_slots[made].pdev);
}

static int nrt_make_devices(void)
{
	unsigned int i;

	for (i = 0; i < nrt_count; i++) {
		struct nrt_slot *slot = &nrt_slots[i];

		slot->index = i;
		nrt_control_defaults(slot);
		slot->pdev = platform_device_register_simple(NRT_NAME, i, NULL, 0);
		if (IS_ERR(slot->pdev)) {
			nrt_drop_devices(i);
			return PTR_ERR(slot->pdev);
		}
	}
	return 0;
}

static int __init nrt_init(void)
{
	int err;

	if (!nrt_count || nrt_count > NRT_MAX)
		return -EINVAL;
	err = platform_driver_register(&nrt_driver);
	if (err)
		return err;
	err = nrt_make_devices();
	if (err) {
		platform_driver_unregister(&nrt_driver);
		return err;
	}
	nrt_control_make();
	return 0;
}

static void __exit nrt_exit(void)
{
	nrt_control_drop();
	nrt_drop_devices(nrt_count);
	platform_driver_unregister(&nrt_driver);
}

module_init(nrt_init);
module_exit(nrt_exit);
MODULE_LICENSE("GPL v2");
MODULE_DESCRIPTION("Network devices whose resets can be scripted");
